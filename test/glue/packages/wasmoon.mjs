// Lua: its errors are longjmp, which Emscripten makes of exceptions of JavaScript that pass through wasm frames; coroutines
// and calls in both directions besides.
import { requireFor } from '../optional-packages.mjs';

export const load = () => requireFor('wasmoon')('wasmoon');

const programs = {
  sort: 'local t = {} for i = 1, 2000 do t[i] = (i * 7919) % 2003 end table.sort(t) return table.concat(t, ",", 1, 50)',
  format: 'return string.format("%d %5.2f %g %q %s %x %a", 42, 3.14159, 1e100, "a\\nb", tostring(nil), 255, 0.1)',
  integers: 'return {math.maxinteger, math.mininteger, 7 // -2, -7 % 3, 7.5 // 2, 1 << 62, math.ult(1, -1), 3 | 4.0, 2^53, 10 / 3}',
  caught: 'local ok, e = pcall(function() error({code = 7}) end) return tostring(ok) .. e.code',
  nested: 'return pcall(pcall, function() local x = nil; return x.y end)',
  fromHost: 'local ok, e = pcall(boom) return tostring(ok) .. tostring(e)',
  uncaught: 'error("out")',
  syntax: 'x = = 2',
  coroutine: 'local c = coroutine.wrap(function(a) for i = 1, 5 do a = coroutine.yield(a * i) end return "end" end) local r = {} for i = 1, 6 do r[i] = tostring(c(i)) end return table.concat(r, " ")',
  awaited: 'return later(21):await()',
  overflow: 'local function f(n) return 1 + f(n + 1) end local ok, e = pcall(f, 1) return (e:gsub("%d+", "N")):sub(1, 60)',
  collected: 'local t = setmetatable({}, {__mode = "k"}) for i = 1, 5000 do t[{}] = i end collectgarbage() local n = 0 for _ in pairs(t) do n = n + 1 end return n',
  fib: 'local function fib(n) if n < 2 then return n end return fib(n-1) + fib(n-2) end return fib(20)',
};

export async function work({ LuaFactory }) {
  const lua = await new LuaFactory().createEngine();
  lua.global.set('boom', () => {
    throw new Error('from JavaScript');
  });
  lua.global.set('later', (x) => new Promise((resolve) => setTimeout(() => resolve(x * 2), 1)));
  const output = {};
  for (const [name, program] of Object.entries(programs)) output[name] = await lua.doString(program).catch((error) => error);
  lua.global.close();
  return output;
}
