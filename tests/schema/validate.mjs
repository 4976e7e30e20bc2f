// Holds files against a JSON Schema with ajv, as an editor does.
//   node validate.mjs SCHEMA FILE...
// Prints a line for each file: its path, a tab, and "good" or what is wrong. Numbers, true, false and
// nothing are what YAML 1.2 makes of them; everything else is text.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const [schema, ...files] = process.argv.slice(2);
const rules = JSON.parse(readFileSync(schema, 'utf8'));
const Draft = rules.$schema?.includes('2020-12') ? Ajv2020 : Ajv;
const ajv = new Draft({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
const validate = ajv.compile(rules);

const told = (error) => `${error.instancePath || '/'} ${error.message}`;

for (const file of files) {
  let answer;
  try {
    const value = parse(readFileSync(file, 'utf8'));
    answer = validate(value) ? 'good' : validate.errors.map(told).join('; ');
  } catch (error) {
    answer = `no YAML: ${error.message.split('\n')[0]}`;
  }
  console.log(`${file}\t${answer}`);
}
