/**
 * What the three parts of the network door say to each other: the shell, which puts it up; the page in it, which the
 * person sees and clicks; and the worker, the one place of all that can connect.
 */

import type { DroppedPart } from '../../core/keys/address.ts'

/** From the shell to the page, with a port to the worker: what to show. Said once. */
export interface Show {
  readonly type: 'show'
  readonly address: string
  /** What of the suggestion was left out of it. */
  readonly dropped: readonly DroppedPart[]
  /** Whether a tab may be opened for any address: where connections are on a list, only for those on it. */
  readonly tabs: boolean
}

/** From the page to the shell. */
export type DoorMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'height'; readonly pixels: number }
  | { readonly type: 'open-tab'; readonly address: string }
  /** The person is done; `paste` where they go on to paste. */
  | { readonly type: 'close'; readonly paste: boolean }
  /** Text that holds keys, the address that it came from, and the issuer that metadata named. */
  | { readonly type: 'keys'; readonly text: string; readonly address: string; readonly issuer: string | null }

/** From the page to the worker: one request. */
export interface Ask {
  readonly address: string
  /** Whether the answer is to be read; otherwise only whether there is one. */
  readonly read: boolean
}

/** From the worker: how the one request ended. */
export type Outcome =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'not-utf8' }
  /** No answer that may be read. A browser does not say why. */
  | { readonly kind: 'unreadable' }
  /** There is an answer, which may not be read. */
  | { readonly kind: 'answers' }
  /** The worker itself could not be had. */
  | { readonly kind: 'no-worker' }

/** Octets of an answer, at most. */
export const MOST_OCTETS = 1_000_000
/** Milliseconds that a request may take, at most. */
export const LONGEST_WAIT = 10_000
