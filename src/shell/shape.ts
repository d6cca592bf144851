/** True for a plain object with exactly these members. */
export function hasShape(value: unknown, ...members: string[]): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === members.length &&
    members.every((name) => Object.hasOwn(value, name))
  )
}
