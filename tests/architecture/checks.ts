/** Each check takes sources and rules and gives what breaks them, one line each. */
import { basename } from 'node:path'
import type { ForbiddenNames, Layer } from './rules.ts'
import type { Import, Source } from './source.ts'

/** Whether a path is the file, or in the folder, that is named. */
const isAt = (place: string, path: string): boolean =>
  place.endsWith('/') ? path.startsWith(place) : path === place

function isPackage(name: string, request: string): boolean {
  if (/[/:]$/.test(name)) return request.startsWith(name)
  return request === name || request.startsWith(`${name}/`)
}

function layerOf(path: string, layers: readonly Layer[]): Layer | undefined {
  const fitting = layers.filter(({ at }) => isAt(at, path))
  return fitting.sort((a, b) => b.at.length - a.at.length)[0]
}

function mayImport(layer: Layer, { from, typeOnly }: Import): boolean {
  const { at, values = [], types = [], packages = [] } = layer
  const places = typeOnly ? [at, ...values, ...types] : [at, ...values]
  return places.some((place) => isAt(place, from)) || packages.some((name) => isPackage(name, from))
}

/** Imports against the direction, and files that belong nowhere. */
export function wrongImports(sources: readonly Source[], layers: readonly Layer[]): string[] {
  return sources.flatMap(({ path, imports }) => {
    const layer = layerOf(path, layers)
    if (layer === undefined) return [`${path} belongs to no layer`]
    return imports
      .filter((one) => !mayImport(layer, one))
      .map(({ from, typeOnly }) => `${path} must not import ${typeOnly ? 'types ' : ''}from ${from}`)
  })
}

/** A circle of imports, types among them, if there is any: `a → b → a`. */
export function cycle(sources: readonly Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path))
  const rest = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.map(({ from }) => from).filter((from) => paths.has(from)),
    ]),
  )
  // What imports nothing that is left is in no circle. Once nothing more can go, every file left leads to a circle.
  for (let before = -1; before !== rest.size; ) {
    before = rest.size
    for (const [path, imports] of rest) if (!imports.some((from) => rest.has(from))) rest.delete(path)
  }
  const way: string[] = []
  let path = rest.keys().next().value
  while (path !== undefined && !way.includes(path)) {
    way.push(path)
    path = rest.get(path)?.find((from) => rest.has(from))
  }
  return path === undefined ? [] : [[...way.slice(way.indexOf(path)), path].join(' → ')]
}

/** Uses of forbidden names. */
export function wrongNames(sources: readonly Source[], forbidden: readonly ForbiddenNames[]): string[] {
  return sources.flatMap((source) =>
    forbidden
      .filter(({ at, except = [] }) => {
        const isIn = (place: string): boolean => isAt(place, source.path)
        return at.some(isIn) && !except.some(isIn)
      })
      .flatMap(({ why, globals = [], names = [] }) =>
        [
          ...globals.filter((name) => source.globals.has(name)),
          ...names.filter((name) => source.names.has(name)),
        ].map((name) => `${source.path} uses ${name}: ${why}`),
      ),
  )
}

/** Files that are too long, and exceptions that are none any more. */
export function wrongLengths(
  sources: readonly Source[],
  maxLines: number,
  exceptions: Readonly<Record<string, string>>,
): string[] {
  const long = sources.filter(({ lines }) => lines > maxLines)
  const unlisted = long.filter(({ path }) => !Object.hasOwn(exceptions, path))
  const needless = Object.keys(exceptions).filter((listed) => !long.some(({ path }) => path === listed))
  return [
    ...unlisted.map(({ path, lines }) => `${path} has ${lines} lines of ${maxLines}`),
    ...needless.map((path) => `${path} needs no exception`),
  ]
}

/** File names that end in a word for a role: `token.service.ts`, `TokenService.ts`, `utils.ts`. */
export function roleNames(sources: readonly Source[], roleWords: readonly string[]): string[] {
  return sources
    .map(({ path }) => path)
    .filter((path) => {
      const words = basename(path)
        .replace(/(\.module|\.test|\.d)?\.\w+$/, '')
        .replace(/([a-z])([A-Z])/g, '$1.$2')
        .split(/[.\-_]/)
      return roleWords.includes(words.at(-1)?.toLowerCase() ?? '')
    })
    .map((path) => `${path} is named after a role`)
}
