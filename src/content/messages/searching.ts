/** While the cause of a failure is looked for. */
export const searching = 'Looking for the cause…'
