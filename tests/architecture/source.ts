/** Reads the sources: what each file imports and which names it uses. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ESTree, parseSync } from 'vite'
import { globalsOf, namesOf } from './names.ts'
import { nodesOf } from './syntax.ts'

export interface Import {
  /** A path relative to the project for a file of ours, else as it is written. */
  readonly from: string
  readonly typeOnly: boolean
}

export interface Source {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly names: ReadonlySet<string>
  readonly globals: ReadonlySet<string>
}

/** Stands for an address that is worked out when the import is done. */
const computed = '(a computed address)'

const root = fileURLToPath(new URL('../../', import.meta.url))
const isScript = (path: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(path)

/** @param path relative to the project, with slashes */
export function sourceOf(path: string, text: string): Source {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  if (!isScript(path)) return { path, lines, imports: [], names: new Set(), globals: new Set() }
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return {
    path,
    lines,
    imports: importsOf(path, program),
    names: namesOf(program),
    globals: globalsOf(program),
  }
}

function importsOf(path: string, program: ESTree.Program): Import[] {
  const imports: Import[] = []
  const add = (source: ESTree.Node, typeOnly: boolean): void => {
    const request = source.type === 'Literal' && typeof source.value === 'string' ? source.value : computed
    const from = request.startsWith('.') ? posix.join(posix.dirname(path), request) : request
    imports.push({ from, typeOnly })
  }
  for (const node of nodesOf(program)) {
    if (node.type === 'ImportDeclaration') {
      const { specifiers } = node
      const onlyTypes = specifiers.every((one) => 'importKind' in one && one.importKind === 'type')
      add(node.source, node.importKind === 'type' || (specifiers.length > 0 && onlyTypes))
    } else if (node.type === 'ExportNamedDeclaration' && node.source !== null) {
      add(node.source, node.exportKind === 'type')
    } else if (node.type === 'ExportAllDeclaration') {
      add(node.source, node.exportKind === 'type')
    } else if (node.type === 'ImportExpression') {
      add(node.source, false)
    } else if (node.type === 'TSImportType') {
      add(node.source, true)
    }
  }
  return imports
}

/** Every file in the folders, of the kinds that people write. */
export function readSources(folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && (isScript(entry.name) || entry.name.endsWith('.css')))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => sourceOf(file.slice(root.length).replaceAll('\\', '/'), readFileSync(file, 'utf8'))),
  )
}
