/** Going through a syntax tree. */
import type { ESTree } from 'vite'

export type Node = ESTree.Node

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** The nodes right below, each with the name of the member that holds it. */
export function childrenOf(node: Node): (readonly [string, Node])[] {
  return Object.entries(node).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child) => [name, child] as const),
  )
}

/** The node and all below it, but nothing below those for which `stop` says so. */
export function nodesOf(start: Node, stop: (node: Node) => boolean = () => false): Node[] {
  const found: Node[] = []
  const open = [start]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node)
    if (node === start || !stop(node)) for (const [, child] of childrenOf(node)) open.push(child)
  }
  return found
}
