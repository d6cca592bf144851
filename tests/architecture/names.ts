/** Which names a file uses, and which of them are global variables. */
import type { ESTree } from 'vite'
import { childrenOf, type Node, nodesOf } from './syntax.ts'

/** Every identifier in any place; `a.b` too for a member of a plain variable, and `b` for `a['b']`. */
export function namesOf(program: ESTree.Program): Set<string> {
  const names = new Set<string>()
  for (const node of nodesOf(program)) {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(node.name)
    if (node.type !== 'MemberExpression') continue
    const member = memberName(node)
    if (member === null) continue
    names.add(member)
    if (node.object.type === 'Identifier') names.add(`${node.object.name}.${member}`)
  }
  return names
}

function memberName({ property, computed }: ESTree.MemberExpression): string | null {
  if (!computed) return property.type === 'Identifier' ? property.name : null
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null
}

/** Names that are used and that nothing around them declares; members of `globalThis` count as such. */
export function globalsOf(program: ESTree.Program): Set<string> {
  const globals = new Set<string>()
  const open: { node: Node; declared: ReadonlySet<string> }[] = [{ node: program, declared: new Set() }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next
    const declared = isScope(node) ? new Set([...next.declared, ...declaredIn(node)]) : next.declared
    if (node.type === 'Identifier' && !declared.has(node.name)) globals.add(node.name)
    if (
      node.type === 'MemberExpression' &&
      node.object.type === 'Identifier' &&
      node.object.name === 'globalThis'
    ) {
      const member = memberName(node)
      if (member !== null) globals.add(member)
    }
    for (const [place, child] of childrenOf(node)) {
      if (!isMereLabel(node, place)) open.push({ node: child, declared })
    }
  }
  return globals
}

/** Whether what the node holds in that place is a name of its own kind, and not that of a variable. */
function isMereLabel(node: Node, place: string): boolean {
  if ('computed' in node && node.computed) return false
  return place === 'key' || (node.type === 'MemberExpression' && place === 'property')
}

/** Functions, whether real or in a type, and the file. A block counts to the function around it. */
function isScope(node: Node): boolean {
  return node.type === 'Program' || 'params' in node
}

const declarations = new Set<Node['type']>([
  'VariableDeclarator',
  'ClassDeclaration',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
  'ImportSpecifier',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'CatchClause',
])

/** What the function or file declares for all that is in it. */
function declaredIn(scope: Node): string[] {
  const places = new Set(['id', 'local', 'param'])
  const own = childrenOf(scope).filter(([place]) => place === 'params' || place === 'id')
  const inside = nodesOf(scope, isScope).flatMap((node) =>
    // A function that is declared inside is named here; its parameters are its own.
    declarations.has(node.type) || node.type === 'FunctionDeclaration'
      ? childrenOf(node).filter(([place]) => places.has(place))
      : [],
  )
  return [...own, ...inside].flatMap(([, pattern]) => boundIn(pattern))
}

/** The variables that a pattern binds. */
function boundIn(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'AssignmentPattern':
      return boundIn(pattern.left)
    case 'RestElement':
      return boundIn(pattern.argument)
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : boundIn(element)))
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundIn(property.type === 'Property' ? property.value : property.argument),
      )
    default:
      return []
  }
}
