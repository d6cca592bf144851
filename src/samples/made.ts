import { makeSamples } from './make.ts'

/** Made while this module loads: whoever runs it in Vite's module runner can import nothing afterwards. */
export const samples = await makeSamples()
