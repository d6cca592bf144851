/** What JSX becomes calls of, as names of a module: as members of React's own they would take half a kilobyte more. */
import * as runtime from 'react/jsx-runtime'

export const { jsx, jsxs, Fragment } = runtime
