import { machineVendors } from './machines.ts'
import { signInVendors } from './signIn.ts'
import type { Vendor } from './vendor.ts'

export const vendors: readonly Vendor[] = [...machineVendors, ...signInVendors]
