// A module with its data in the text, and the same with a file of data that the page fetches.
import { report } from '../../../bench/browser/page-report.mjs';

const here = new URL('.', location.href);
const load = (name) => import(new URL(name, here).href);
const bytesOf = ({ memory, init }) => {
  init();
  return [...new Uint8Array(memory.buffer, 0, 5000)];
};
const inline = (await load('inline.mjs')).instantiate();
const data = await (await fetch('separate.bin')).arrayBuffer();
const separate = (await load('separate.mjs')).instantiate({}, data);
await report({ inline: bytesOf(inline), separate: bytesOf(separate) });
