/** Trusted Types let no string name a script; this names the two that there are. */
interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL(name: string): string },
  ): {
    createScriptURL(name: string): unknown
  }
}

const names = ['door.js', 'sw.js'] as const
const check = (name: string): string => {
  if (!names.some((known) => known === name)) throw new TypeError('no such script')
  return name
}
const factory = Reflect.get(globalThis, 'trustedTypes') as Factory | undefined
const policy = factory?.createPolicy(WORKER_POLICY, { createScriptURL: check })

export function workerScript(name: (typeof names)[number]): string {
  // What takes it is typed for strings, and takes this too.
  return (policy?.createScriptURL(name) ?? check(name)) as string
}
