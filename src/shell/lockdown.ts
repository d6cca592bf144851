/**
 * The first script in the app's frame: takes away what a Content Security Policy does not govern, or governs in some
 * engines only. Nothing gives it back: a frame inside the sandbox has an opaque origin of its own, so its fresh globals
 * cannot be reached from here, and workers are forbidden.
 */

import { refuseElements } from './elements.ts'

/** Channels to other machines, to other tabs, or to a service of the browser's maker. */
const constructors = [
  // Peer connections send datagrams anywhere.
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'mozRTCPeerConnection',
  'RTCDataChannel',
  'RTCIceTransport',
  'WebTransport',
  'WebSocketStream',
  'SharedWorker',
  'BroadcastChannel',
  // Speech may be made, or understood, by a server.
  'SpeechSynthesisUtterance',
  'SpeechRecognition',
  'webkitSpeechRecognition',
  // Pay, present, notify: each reaches a service chosen by the page.
  'PaymentRequest',
  'PresentationRequest',
  'Notification',
  'PushManager',
  'HTMLFencedFrameElement',
  'FencedFrameConfig',
  'IdentityCredential',
  // A model may be asked over the network.
  'LanguageModel',
  'LanguageDetector',
  'Summarizer',
  'Translator',
  'Writer',
  'Rewriter',
  'Proofreader',
  // Makes elements out of a style sheet, with no one asked.
  'XSLTProcessor',
]

const functions = ['open', 'print', 'fetchLater', 'sharedStorage', 'speechSynthesis', 'fence']

const navigatorMembers = [
  'sendBeacon',
  'share',
  'canShare',
  'registerProtocolHandler',
  'unregisterProtocolHandler',
  'credentials',
  'login',
  'presentation',
  'joinAdInterestGroup',
  'updateAdInterestGroups',
  'runAdAuction',
  'protectedAudience',
  'requestMIDIAccess',
  'bluetooth',
  'usb',
  'serial',
  'hid',
  'nfc',
  'modelContext',
]

/** Removes a property wherever it stands on the prototype chain, for good; throws where the browser does not let it go. */
function remove(start: object, name: string): void {
  for (let owner: object | null = start; owner !== null; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, name) && !Reflect.deleteProperty(owner, name)) {
      throw new Error(`cannot take away ${name}`)
    }
  }
}

for (const name of constructors) remove(window, name)
for (const name of functions) remove(window, name)
for (const name of navigatorMembers) remove(navigator, name)
// Elements by a sanitizer, and by a class of one's own that extends a built-in one.
for (const owner of [Element.prototype, ShadowRoot.prototype]) remove(owner, 'setHTML')
remove(Document, 'parseHTML')
remove(CustomElementRegistry.prototype, 'define')
refuseElements()

/*
 * Whoever opened the page can post to this frame as well, and an answer would reach them: only the shell is heard. What would
 * take this listener away goes first.
 */
for (const name of ['open', 'write', 'writeln']) remove(Document.prototype, name)
const { apply } = Reflect
const { stopImmediatePropagation } = Event.prototype
const sourceOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'source')?.get as () => unknown
const shell = window.parent
const hear = (event: Event): void => {
  if (apply(sourceOf, event, []) !== shell) apply(stopImmediatePropagation, event, [])
}
for (const type of ['message', 'messageerror']) addEventListener(type, hear, true)
