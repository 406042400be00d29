// Memories and modules through every way a message takes, in one thread.
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import WebAssembly from 'dewasm/webassembly';
import { install, revive, share } from 'dewasm/threads';
import { wasm } from '../module/wat.js';

install(WebAssembly);
type Memory = { buffer: SharedArrayBuffer; grow(pages: number): number };
const api = WebAssembly as unknown as { Memory: new (d: object) => Memory; Module: new (bytes: Uint8Array) => object; Instance: new (m: object, i?: object) => { exports: { f(): number } } };

const memory = new api.Memory({ initial: 1, maximum: 5, shared: true });
const module = new api.Module(wasm('(module (import "m" "memory" (memory 1 5 shared)) (func (export "f") (result i32) (memory.size)))'));
interface Message { list: [{ memory: Memory }]; module: object; again: Memory }
const message = { list: [{ memory }], module, again: memory, n: 5 };

function check(received: Message): void {
  const [{ memory: got }] = received.list;
  expect(got).toBeInstanceOf(api.Memory);
  expect(got).not.toBe(memory);
  expect(received.again).toBe(got);
  expect(received.module).toBeInstanceOf(api.Module);
  const before = memory.buffer.byteLength / 65536;
  expect(new api.Instance(received.module, { m: { memory: got } }).exports.f()).toBe(before);
  expect(got.grow(1)).toBe(before);
  expect(memory.buffer.byteLength).toBe((before + 1) * 65536);
}

test('only a namespace is installed', () => {
  for (const other of [undefined, null, {}, () => {}]) expect(() => install(other as never)).toThrow(TypeError);
});

test('listeners of node, events, event handlers', async () => {
  const { port1, port2 } = new MessageChannel();
  const arrive = (listen: (done: (data: Message) => void) => void): Promise<Message> => new Promise((resolve) => { listen(resolve); port1.postMessage(message); });
  check(await arrive((done) => port2.once('message', done)));
  check(await arrive((done) => (port2 as unknown as EventTarget).addEventListener('message', (e) => done((e as MessageEvent<Message>).data), { once: true })));
  const listener = (): void => { throw new Error('was removed'); };
  port2.on('message', listener);
  port2.off('message', listener);
  check(await arrive((done) => { (port2 as unknown as { onmessage: (e: MessageEvent<Message>) => void }).onmessage = (e) => done(e.data); }));
  port1.close();
});

test('share and revive', () => {
  expect((revive(structuredClone({ m: share(memory) })) as unknown as { m: Memory }).m.buffer.byteLength).toBe(memory.buffer.byteLength);
  expect(() => share({})).toThrow(TypeError);
  expect(() => share(new api.Memory({ initial: 1 }))).toThrow(TypeError);
});
