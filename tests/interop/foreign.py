"""Signs and encrypts with everything that jwcrypto has, with keys made just now, and prints it all as JSON."""
import json

from jwcrypto import jwe, jwk, jws

ENCS = {"A128CBC-HS256": 256, "A192CBC-HS384": 384, "A256CBC-HS512": 512, "A128GCM": 128, "A192GCM": 192, "A256GCM": 256}
PASSWORD = "correct horse battery staple"

keys = {"rsa": jwk.JWK.generate(kty="RSA", size=2048), "password": jwk.JWK.from_password(PASSWORD)}
for size in (128, 192, 256, 384, 512):
    keys[f"oct{size}"] = jwk.JWK.generate(kty="oct", size=size)
for crv in ("P-256", "P-384", "P-521", "secp256k1"):
    keys[crv] = jwk.JWK.generate(kty="EC", crv=crv)
for crv in ("Ed25519", "Ed448", "X25519", "X448"):
    keys[crv] = jwk.JWK.generate(kty="OKP", crv=crv)

signing = [(f"{family}{bits}", "rsa") for family in ("RS", "PS") for bits in (256, 384, 512)]
signing += [("HS256", "oct256"), ("HS384", "oct384"), ("HS512", "oct512")]
signing += [("ES256", "P-256"), ("ES384", "P-384"), ("ES512", "P-521"), ("ES256K", "secp256k1")]
signing += [("EdDSA", "Ed25519"), ("EdDSA", "Ed448")]


def encrypting():
    for enc, cek in ENCS.items():
        for alg in ("RSA1_5", "RSA-OAEP", "RSA-OAEP-256"):
            yield alg, enc, "rsa"
        for size in (128, 192, 256):
            yield f"A{size}KW", enc, f"oct{size}"
            yield f"A{size}GCMKW", enc, f"oct{size}"
        yield "dir", enc, f"oct{cek}"
        for i, alg in enumerate(("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW")):
            yield alg, enc, ("P-256", "P-384", "P-521", "X25519", "X448")[(i + cek // 64) % 5]
        for alg in ("PBES2-HS256+A128KW", "PBES2-HS384+A192KW", "PBES2-HS512+A256KW"):
            yield alg, enc, "password"


def given(name):
    return PASSWORD if name == "password" else keys[name].export()


rows = []
for alg, name in signing:
    token = jws.JWS(json.dumps({"iss": "https://jwcrypto.example", "alg": alg}).encode())
    token.allowed_algs = [alg]
    token.add_signature(keys[name], None, json.dumps({"alg": alg}))
    rows.append({"label": f"{alg} {name}", "state": "verified", "token": token.serialize(compact=True), "key": given(name)})
for alg, enc, name in encrypting():
    content = json.dumps({"alg": alg, "enc": enc})
    token = jwe.JWE(content.encode(), json.dumps({"alg": alg, "enc": enc}), algs=sorted({*jwe.default_allowed_algs, alg, enc}))
    token.add_recipient(keys[name])
    rows.append({"label": f"{alg} {enc} {name}", "state": "decrypted", "token": token.serialize(compact=True), "key": given(name)})
print(json.dumps(rows))
