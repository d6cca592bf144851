/** What `plugin.ts` serves: the samples, made when the app is built. */
declare module 'virtual:samples' {
  export const samples: readonly import('./sample.ts').Sample[]
}
