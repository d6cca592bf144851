import { algCase } from './algCase.ts'
import { algorithm } from './algorithm.ts'
import { algUnregistered } from './algUnregistered.ts'
import { audMissing } from './audMissing.ts'
import { b64InJwt } from './b64InJwt.ts'
import { claimIsJwt } from './claimIsJwt.ts'
import { crit } from './crit.ts'
import { deceptiveText } from './deceptiveText.ts'
import { disclosureUnreferenced } from './disclosureUnreferenced.ts'
import { duplicateMember } from './duplicateMember.ts'
import { ecCurve } from './ecCurve.ts'
import { ecPoint } from './ecPoint.ts'
import { eddsaDeprecated } from './eddsaDeprecated.ts'
import { encoding } from './encoding.ts'
import { encryptedKeyLength } from './encryptedKeyLength.ts'
import { epkInvalid } from './epkInvalid.ts'
import { expMissing } from './expMissing.ts'
import type { Check, Finding, Probe, Severity, Subject } from './finding.ts'
import { gcmSizes } from './gcmSizes.ts'
import { hashMismatch } from './hashMismatch.ts'
import { headerClaimMismatch } from './headerClaimMismatch.ts'
import { headerJwk } from './headerJwk.ts'
import { headerKeyUrl } from './headerKeyUrl.ts'
import { headerPrivateKey } from './headerPrivateKey.ts'
import { headerX5c } from './headerX5c.ts'
import { headerX5cSelfSigned } from './headerX5cSelfSigned.ts'
import { headerX5t } from './headerX5t.ts'
import { hmacKeyDjango } from './hmacKeyDjango.ts'
import { hmacKeyGuessable } from './hmacKeyGuessable.ts'
import { hmacKeyKnown } from './hmacKeyKnown.ts'
import { hmacKeyShort } from './hmacKeyShort.ts'
import { hmacWithPublicKey } from './hmacWithPublicKey.ts'
import { idTokenAsAccess } from './idTokenAsAccess.ts'
import { issMissing } from './issMissing.ts'
import { ivReuse } from './ivReuse.ts'
import { jsonSyntax } from './jsonSyntax.ts'
import { jweZip } from './jweZip.ts'
import { jwkContradiction } from './jwkContradiction.ts'
import { jwksKid } from './jwksKid.ts'
import { jwksPrivate } from './jwksPrivate.ts'
import { keyConfusion } from './keyConfusion.ts'
import { kidInjection } from './kidInjection.ts'
import { kidNotString } from './kidNotString.ts'
import { lifetimeLong } from './lifetimeLong.ts'
import { nestedCty } from './nestedCty.ts'
import { nonceReuse } from './nonceReuse.ts'
import { notAuthenticated } from './notAuthenticated.ts'
import { numberPrecision } from './numberPrecision.ts'
import { outOfTime } from './outOfTime.ts'
import { payloadNotObject } from './payloadNotObject.ts'
import { pbes2Count } from './pbes2Count.ts'
import { prototypeName } from './prototypeName.ts'
import { rsa15 } from './rsa15.ts'
import { rsaExponent } from './rsaExponent.ts'
import { rsaModulus } from './rsaModulus.ts'
import { rsaSharedPrime } from './rsaSharedPrime.ts'
import { rsaShort } from './rsaShort.ts'
import { secretInClaims } from './secretInClaims.ts'
import { signatureDer } from './signatureDer.ts'
import { signatureEmpty } from './signatureEmpty.ts'
import { signatureLength } from './signatureLength.ts'
import { signatureZero } from './signatureZero.ts'
import { sizeOrDepth } from './sizeOrDepth.ts'
import { subIsClient } from './subIsClient.ts'
import { textEncoding } from './textEncoding.ts'
import { timeFuture } from './timeFuture.ts'
import { timeOrder } from './timeOrder.ts'
import { timeUnit } from './timeUnit.ts'
import { typContradiction } from './typContradiction.ts'
import { typGeneric } from './typGeneric.ts'

/** Of the token's text and structure; of its algorithm and signature; of its header; of encryption; of the key; of the claims. */
// biome-ignore format: a line for each subject
const checks: readonly Check[] = [
  encoding, textEncoding, jsonSyntax, duplicateMember, payloadNotObject, numberPrecision, prototypeName, deceptiveText, sizeOrDepth,
  algorithm, algCase, algUnregistered, signatureEmpty, signatureLength, signatureDer, signatureZero, eddsaDeprecated, nonceReuse,
  headerJwk, headerPrivateKey, headerKeyUrl, headerX5c, headerX5cSelfSigned, kidInjection, kidNotString, crit, b64InJwt,
  rsa15, jweZip, pbes2Count, epkInvalid, gcmSizes, ivReuse, encryptedKeyLength, notAuthenticated, nestedCty, headerClaimMismatch,
  hmacKeyShort, hmacKeyDjango, hmacKeyGuessable, hmacWithPublicKey, rsaShort, rsaExponent, rsaModulus, ecPoint, ecCurve,
  jwkContradiction, jwksPrivate, jwksKid,
  expMissing, lifetimeLong, timeUnit, timeOrder, timeFuture, outOfTime, audMissing, issMissing, typGeneric, typContradiction,
  idTokenAsAccess, subIsClient, secretInClaims, claimIsJwt, hashMismatch, disclosureUnreferenced,
]

const probes: readonly Probe[] = [headerX5t, hmacKeyKnown, keyConfusion, rsaSharedPrime]

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Gravest first, else in the order in which they were found. */
export function ordered<F extends Finding>(findings: readonly F[]): F[] {
  return [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
}

/** Everything that can be found by looking, gravest first. */
export function lint(subject: Subject): Finding[] {
  return ordered(checks.flatMap((check) => check(subject)))
}

/** What takes hashes or signatures to find. Never rejects. */
export async function probe(subject: Subject): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const one of probes) findings.push(...(await one(subject)))
  return findings
}
