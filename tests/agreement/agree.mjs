// SPDX-License-Identifier: BSL-1.0
// Whether the JSON Schema and the engine agree on each document: invalid by one is invalid by the other, for all error
// rules that the schema's $comment does not except.
//   node agree.mjs SCHEMA DOCUMENTS
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const Ajv = require('ajv/dist/2020').default;
const [schemaFile, documentsFile] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
const inexpressible = new Set(schema.$comment.replace(/^[^:]*: |\.$/g, '').split(', '));
const validate = new Ajv({ strict: false, allErrors: false, validateFormats: false }).compile(schema);

let documents = 0;
let invalid = 0;
let differ = 0;
for (const line of readFileSync(documentsFile, 'utf8').split('\n')) {
  if (line === '') continue;
  const { text, errors } = JSON.parse(line);
  const wanted = errors.filter((rule) => !inexpressible.has(rule)).length === 0;
  const got = validate(JSON.parse(text));
  documents += 1;
  if (!wanted) invalid += 1;
  if (got === wanted) continue;
  differ += 1;
  if (differ <= 10) console.log(`differ: engine ${JSON.stringify(errors)}, schema ${JSON.stringify(validate.errors?.[0])}\n  ${text}`);
}
console.log(`${documents} documents, ${invalid} of them invalid: ${differ} verdicts differ`);
process.exit(differ === 0 && documents > 0 ? 0 : 1);
