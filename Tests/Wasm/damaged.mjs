// Opens and uses damaged keymaps and lexicons in WebAssembly: each is refused or works somehow, and none traps.
//
//     node Tests/Wasm/damaged.mjs pure.wasm SHARE-DIRECTORY [FILES-OF-EACH]
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [, , modulePath, share, count = '250'] = process.argv;
const bytes = fs.readFileSync(modulePath);
const module = new WebAssembly.Module(bytes);

const files = ['keymaps', 'lexicons'].flatMap(kind =>
  fs.readdirSync(path.join(share, kind), { recursive: true }).map(name => path.join(share, kind, name)))
  .filter(file => /\.(chukey|chulex)$/.test(file)).sort();
const read = name => fs.readFileSync(path.join(share, name));
const keymap = read('keymaps/vi/telex.chukey');
const lexicon = read('lexicons/rad/core.chulex');

/** A new instance of the module, with a keymap and a lexicon that are whole. */
function start() {
  const { exports } = new WebAssembly.Instance(module, {});
  const put = file => {
    const place = exports.malloc(file.length);
    new Uint8Array(exports.memory.buffer).set(file, place);
    return [place, file.length];
  };
  for (const file of [keymap, lexicon]) if (exports.wasm_keep(...put(file)) !== 1) throw new Error('a whole file is refused');
  if (exports.wasm_types() !== 1) throw new Error("'tieengs' is not 'tiếng'");
  return { exports, put };
}

const result = { used: 0, refused: 0 };
const traps = [];
for (const file of files) {
  let { exports, put } = start();
  let place = put(fs.readFileSync(file));
  if (exports.wasm_use(...place) !== 1) throw new Error(`${file}: refused, though it is whole`);
  for (let seed = 1; seed <= Number(count); seed++) {
    try {
      result[exports.wasm_use_damaged(...place, seed) === 1 ? 'used' : 'refused']++;
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      const calls = [...error.stack.matchAll(/at (\S+)/g)].slice(0, 3).map(found => found[1]).join(' < ');
      traps.push(`${file}, seed ${seed}: ${error.message} in ${calls}`);
      ({ exports, put } = start());
      place = put(fs.readFileSync(file));
    }
  }
}
const total = files.length * Number(count);
for (const trap of traps.slice(0, 20)) console.error(trap);
if (traps.length > 0) {
  console.error(`${traps.length} of ${total} damaged files trap where Int has 32 bits`);
  process.exit(1);
}
console.log(`${total} damaged files of ${files.length} where Int has 32 bits: ${result.used} are used, ` +
  `${result.refused} refused, none traps; the libraries are ${bytes.length} bytes, ${zlib.gzipSync(bytes, { level: 9 }).length} by gzip`);
if (result.used < total / 4) throw new Error('too few damaged files open for the test to say much');
