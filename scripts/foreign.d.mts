export const python: string
export function ensureForeign(): void
