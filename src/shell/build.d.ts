/** What the build knows and the scripts of the shell are told: see `seal.ts`. */
declare const CODE_POLICY: string
declare const WORKER_POLICY: string
declare const ARMOUR: string
declare const VERSION: string
declare const ALLOWLIST: string
declare const FETCHING_POLICY: string
