/** `npm start [-- --port N]`: installs what is missing, builds, serves. The work is in site.mjs, for the reason in node.mjs. */
import { requireNode } from './node.mjs'

requireNode()
import('./site.mjs').then(({ start }) => start(process.argv.slice(2)))
