import type { ClaimTable } from './claimsRow.ts'

/** Claims of single fields: telephony, small devices, attestation, content delivery, 5G and others. */
// biome-ignore format: a claim is one line of facts and one for each text
export const specialClaims: ClaimTable = {
  // Telephony: PASSporT (RFC 8225) is a JWT that vouches for a caller
  sip_from_tag: ['SIP From Tag', 'string', 'rfc8055-5.4', 'Ties the token to one SIP request: the tag of its From header field.'],
  sip_date: ['SIP Date', 'numericDate', 'rfc8055-5.4', 'Ties the token to one SIP request: its Date header field, in seconds since 1970.'],
  sip_callid: ['SIP Call-ID', 'string', 'rfc8055-5.4', 'Ties the token to one SIP request: its Call-ID header field.'],
  sip_cseq_num: ['SIP CSeq Number', 'string', 'rfc8055-5.4', 'Ties the token to one SIP request: the number in its CSeq header field.'],
  sip_via_branch: ['SIP Via Branch', 'string', 'rfc8055-5.4', 'Ties the token to one SIP request: the branch in its Via header field.'],
  orig: ['Originating Identity', 'object', 'rfc8225-5.2.1', 'Who is calling: a telephone number or a URI.'],
  dest: ['Destination Identity', 'object', 'rfc8225-5.2.1', 'Who is called: telephone numbers or URIs.'],
  mky: ['Media Key Fingerprint', 'array', 'rfc8225-5.2.2', 'Fingerprints of the keys that protect the sound and picture of the call.'],
  rph: ['Resource Priority', 'object', 'rfc8443-3', 'Confirms that the call may claim priority in the network, as emergency services do.'],
  attest: ['SHAKEN Attestation Level', 'string', 'rfc8588',
    'How sure the signing carrier is of the caller’s right to the number: A is full, B partial, C only that the call came in through it.'],
  origid: ['SHAKEN Origination Identifier', 'string', 'rfc8588', 'Stands for the origin of the call, as the signing carrier knows it, so that the call can be traced back.'],
  jcard: ['jCard', 'array', 'rfc8688-3.2.2', 'Contact card of whoever blocked a call, so that a caller who was rejected by mistake can object.'],
  div: ['Diverted Target', 'object', 'rfc8946', 'Where the call was addressed to before it was forwarded.'],
  opt: ['Original PASSporT', 'string', 'rfc8946', 'The whole PASSporT that the call had before it was forwarded.'],
  sph: ['SIP Priority', 'string', 'rfc9027', 'The SIP Priority header field, confirmed by the signer; used when an emergency service calls back.'],
  rcd: ['Rich Call Data', 'object', 'rfc9795', 'What to show to the person called: the caller’s name, logo and the like.'],
  rcdi: ['Rich Call Data Integrity', 'object', 'rfc9795', 'Hashes that protect the rich call data and what its links lead to.'],
  crn: ['Call Reason', 'string', 'rfc9795', 'Why the caller is calling, in a short text.'],
  msgi: ['Message Integrity', 'string', 'rfc9475', 'The hash of a text message, with which a PASSporT protects the message.'],
  atc: ['Authority Token Challenge', 'object', 'rfc9447',
    'Confirms authority over an identifier, such as telephone numbers, to a certificate authority that uses ACME.'],
  stpl: ['OCSP Staple', 'any', 'stir-ocsp',
    'Carries along a recent answer on whether the caller’s certificate has been revoked. Its specification is approved, but was not yet published when this was written.'],

  // Small devices: ACE
  ace_profile: ['ACE Profile', 'string', 'rfc9200-5.10', 'Which security profile the client and the resource server use with this token.'],
  cnonce: ['Client Nonce', 'base64url', 'rfc9200-5.10', 'A nonce from the resource server, which tells it without an exact clock that the token is fresh.'],
  exi: ['Expires In', 'seconds', 'rfc9200-5.10.3', 'Lifetime in seconds from when the resource server first sees the token, for devices without a clock.'],

  // Attestation: EAT, in which a device states what it is and in what state
  eat_nonce: ['Nonce', 'stringOrArray', 'rfc9711-4.1', 'Shows that the token is fresh: a value, or several, from whoever asked for it.'],
  ueid: ['Universal Entity ID', 'base64url', 'rfc9711-4.2.1', 'Identifies the device among all devices in the world.'],
  sueids: ['Semipermanent UEIDs', 'object', 'rfc9711-4.2.2', 'Further identifiers of the device, which change in events such as a change of owner.'],
  oemid: ['Hardware OEM ID', 'any', 'rfc9711-4.2.3', 'The maker of the hardware, by a registered or a random number.'],
  hwmodel: ['Hardware Model', 'base64url', 'rfc9711-4.2.4', 'The model of the hardware, in its maker’s own code.'],
  hwversion: ['Hardware Version', 'array', 'rfc9711-4.2.5', 'The version of the hardware.'],
  swname: ['Software Name', 'string', 'rfc9711-4.2.6', 'The name of the software that is running.'],
  swversion: ['Software Version', 'array', 'rfc9711-4.2.7', 'The version of the software that is running.'],
  oemboot: ['OEM Authorized Boot', 'boolean', 'rfc9711-4.2.8', 'True if the device started with software that its maker authorized.'],
  dbgstat: ['Debug Status', 'string', 'rfc9711-4.2.9', 'Whether the device’s debugging facilities are enabled, disabled or disabled for good.'],
  location: ['Location', 'object', 'rfc9711-4.2.10', 'The geographic position of the device.'],
  uptime: ['Uptime', 'seconds', 'rfc9711-4.2.11', 'How many seconds ago the device started.'],
  bootcount: ['Boot Count', 'number', 'rfc9711-4.2.12', 'How often the device has started.'],
  bootseed: ['Boot Seed', 'base64url', 'rfc9711-4.2.13', 'A value that is new at every start of the device, by which tokens from one run are recognized.'],
  dloas: ['Digital Letters of Approval', 'array', 'rfc9711-4.2.14', 'Where to find the certifications that the device holds.'],
  manifests: ['Software Manifests', 'array', 'rfc9711-4.2.15', 'Descriptions of the software that is installed.'],
  measurements: ['Measurements', 'array', 'rfc9711-4.2.16', 'What was found when software or memory was measured, such as hashes.'],
  measres: ['Measurement Results', 'array', 'rfc9711-4.2.17', 'Whether measurements agreed with the values that were expected.'],
  submods: ['Submodules', 'object', 'rfc9711-4.2.18', 'Claims about parts of the device, or tokens from them.'],
  eat_profile: ['EAT Profile', 'string', 'rfc9711-4.3.2', 'The profile, a URI or an OID, that says what this kind of token contains.'],
  intuse: ['Intended Use', 'string', 'rfc9711-4.3.3', 'What the attestation is meant for, such as registration of the device.'],
  cmw: ['Conceptual Message Wrapper', 'any', 'rats-cmw', 'An envelope for any message of remote attestation, or for several.'],

  // Signed addresses of content delivery networks
  cdniv: ['CDNI Claim Set Version', 'number', 'rfc9246-2.1.8', 'Signed content address: the version of its set of claims; 1 if absent.'],
  cdnicrit: ['CDNI Critical Claims Set', 'string', 'rfc9246-2.1.9',
    'Signed content address: names claims, with commas between, that the recipient must understand, or else reject the token.'],
  cdniip: ['CDNI IP Address', 'string', 'rfc9246-2.1.10',
    'Signed content address: the client addresses for which it is valid, encrypted since they are personal data.'],
  cdniuc: ['CDNI URI Container', 'string', 'rfc9246-2.1.11', 'Signed content address: what the requested address must match.'],
  cdniets: ['CDNI Expiration Time Setting', 'seconds', 'rfc9246-2.1.12', 'Signed content address: for how many seconds a renewed token is valid.'],
  cdnistt: ['CDNI Signed Token Transport', 'number', 'rfc9246-2.1.13', 'Signed content address: how a renewed token travels, such as in a cookie.'],
  cdnistd: ['CDNI Signed Token Depth', 'number', 'rfc9246-2.1.14', 'Signed content address: how much of its path a renewed token is tied to.'],
  geohash: ['Geohash', 'stringOrArray', 'cta-5009', 'A geographic area as a geohash, which is a short code for a cell of the map, or a list of such areas.'],

  // Other
  sig_val_claims: ['Signature Validation Claims', 'object', 'rfc9321-3.2.3', 'The result of an earlier check of signatures on a document.'],
  rdap_allowed_purposes: ['RDAP Allowed Purposes', 'array', 'rfc9560-3.1.5.1', 'For which purposes the person may query the data of registered domains and addresses.'],
  rdap_dnt_allowed: ['RDAP Do Not Track', 'boolean', 'rfc9560-3.1.5.2', 'Whether the person may ask that their queries are not tracked or logged.'],

  // 5G core: one network function (NF) calls another
  consumerPlmnId: ['Consumer PLMN ID', 'object', '3gpp-29.510', '5G core: the mobile network of the function that uses a service.'],
  consumerSnpnId: ['Consumer SNPN ID', 'object', '3gpp-29.510', '5G core: the non-public network of the function that uses a service.'],
  producerPlmnId: ['Producer PLMN ID', 'object', '3gpp-29.510', '5G core: the mobile network of the function that provides the service.'],
  producerSnpnId: ['Producer SNPN ID', 'object', '3gpp-29.510', '5G core: the non-public network of the function that provides the service.'],
  producerSnssaiList: ['Producer S-NSSAIs', 'array', '3gpp-29.510', '5G core: the network slices of the function that provides the service.'],
  producerNsiList: ['Producer NSIs', 'array', '3gpp-29.510', '5G core: the network slice instances of the function that provides the service.'],
  producerNfSetId: ['Producer NF Set ID', 'string', '3gpp-29.510', '5G core: the set of functions that provides the service.'],
  producerNfServiceSetId: ['Producer NF Service Set ID', 'string', '3gpp-29.510', '5G core: the set of services that the token is for.'],
  sourceNfInstanceId: ['Source NF Instance ID', 'string', '3gpp-29.510', '5G core: the instance of the function that is the source.'],
  analyticsIdList: ['Analytics IDs', 'any', '3gpp-29.510', '5G core: identifiers of the analytics that the token is for.'],
  resOwnerId: ['Resource Owner Identifier', 'string', '3gpp-29.222', '5G network exposure: identifies the owner of the resource.'],
}

/** Claims that drafts define and that are not registered yet. */
// biome-ignore format: as above
export const pendingClaims: ClaimTable = {
  vct: ['Credential Type', 'string', 'sd-jwt-vc', 'The type of a credential: what it attests, such as an identity card.'],
  'vct#integrity': ['Credential Type Integrity', 'string', 'sd-jwt-vc',
    'The hash of the document that describes the credential’s type, so that a changed one is noticed.'],
  aka_vcts: ['Additional Credential Types', 'array', 'sd-jwt-vc', 'Further types that the credential also is of.'],
}
