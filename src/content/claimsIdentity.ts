import type { ClaimTable } from './claimsRow.ts'

/** Claims about verified persons, and of OpenID Federation. */
// biome-ignore format: a claim is one line of facts and one for each text
export const identityClaims: ClaimTable = {
  // Identity assurance
  vot: ['Vector of Trust', 'string', 'rfc8485', 'How far an identity can be trusted, in separate parts such as proofing and authentication.'],
  vtm: ['Vector of Trust Trustmark', 'uri', 'rfc8485', 'Address of the document that defines what the parts of vot mean.'],
  verified_claims: ['Verified Claims', 'object', 'oidc-ida',
    'Claims about a person, together with how and by whom they were verified.'],
  place_of_birth: ['Place of Birth', 'object', 'oidc-ida-claims', 'Where the person was born, with members such as country and locality.'],
  nationalities: ['Nationalities', 'array', 'oidc-ida-claims', 'The person’s nationalities, as country codes.'],
  birth_family_name: ['Family Name at Birth', 'string', 'oidc-ida-claims', 'Family name that the person had at birth or as a child.'],
  birth_given_name: ['Given Name at Birth', 'string', 'oidc-ida-claims', 'Given name that the person had at birth or as a child.'],
  birth_middle_name: ['Middle Name at Birth', 'string', 'oidc-ida-claims', 'Middle name that the person had at birth or as a child.'],
  salutation: ['Salutation', 'string', 'oidc-ida-claims', 'How to address the person, for example Mr or Ms.'],
  title: ['Title', 'string', 'oidc-ida-claims', 'The person’s title, for example Dr.'],
  msisdn: ['Mobile Telephone Number', 'string', 'oidc-ida-claims', 'The person’s mobile telephone number in international form (E.164).'],
  also_known_as: ['Also Known As', 'string', 'oidc-ida-claims', 'A stage name, a religious name or another alias of the person.'],

  // OpenID Federation
  jwks: ['JSON Web Key Set', 'object', 'federation-13.1', 'Keys that the token states; in OpenID Federation, the public keys of the entity described.'],
  metadata: ['Metadata', 'object', 'federation-13.2', 'Properties of the subject; in OpenID Federation they are sorted by type of entity.'],
  constraints: ['Constraints', 'object', 'federation-13.3', 'Limits that an entity sets for the trust chains below it, such as their length.'],
  crit: ['Critical Claims', 'array', 'federation-13.4',
    'Names claims that the recipient must understand, or else reject the token. The header parameter crit does the same for the header.'],
  ref: ['Reference', 'uri', 'federation-13.5', 'Address of something that belongs to the token, such as the documentation of a trust mark.'],
  delegation: ['Delegation', 'stringOrUri', 'federation-13.6',
    'Shows that a right was delegated; in a trust mark, the owner’s signed permission to issue marks of that type.'],
  logo_uri: ['Logo', 'uri', 'federation-13.7', 'Address of a logo to display.'],
  authority_hints: ['Authority Hints', 'array', 'federation-3.1.2',
    'The entities directly above this one, where the search for a trust chain goes on. The topmost entity has no such claim.'],
  trust_anchor_hints: ['Trust Anchor Hints', 'array', 'federation-3.1.2', 'Trust anchors to which a chain from this entity can lead.'],
  trust_marks: ['Trust Marks', 'array', 'federation-3.1.2', 'Signed statements of others that the entity meets some set of rules.'],
  trust_mark_issuers: ['Trust Mark Issuers', 'object', 'federation-3.1.2', 'Whom this trust anchor accepts as issuers of each type of trust mark.'],
  trust_mark_owners: ['Trust Mark Owners', 'object', 'federation-3.1.2', 'Who owns each type of trust mark and may delegate the right to issue it.'],
  metadata_policy: ['Metadata Policy', 'object', 'federation-3.1.3', 'Rules that restrict or complete the metadata of the entities below.'],
  metadata_policy_crit: ['Critical Metadata Policy Operators', 'array', 'federation-3.1.3',
    'Names policy operators that the recipient must understand, or else reject the statement.'],
  source_endpoint: ['Source Endpoint', 'uri', 'federation-3.1.3', 'Where this statement was fetched and can be fetched anew.'],
  keys: ['Keys', 'array', 'federation-5.2.1', 'The keys in a signed key set.'],
  trust_mark_type: ['Trust Mark Type', 'uri', 'federation-7.1', 'Which type of trust mark this is.'],
  trust_chain: ['Trust Chain', 'array', 'federation-8.3.2', 'The statements, one above the other up to a trust anchor, on which this answer rests.'],
  trust_anchor: ['Trust Anchor', 'uri', 'federation-12.2.3', 'The trust anchor that the provider chose when it registered the client.'],
}
