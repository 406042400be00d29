// A module around one function under test: identifiers as the real one gives them, and the parts of the runtime that
// the emitted code may call, so that it can be run by itself.
import type { EmitEnv } from '../../compiler/emit/env.js';
import { emitFunction } from '../../compiler/emit/function.js';
import { dataViewAccess } from '../../compiler/emit/memory-access.js';
import { print } from '../../compiler/emit/print.js';
import type { FunctionIR } from '../../compiler/ir/node.js';
import { parseFunction } from '../ir/parse.js';

export const fakeEnv = (over: Partial<EmitEnv> = {}): EmitEnv => ({
  func: (i) => `f${i}`,
  view: (i) => (i === 0 ? 'D' : `D${i}`),
  memory: (i) => `M${i}`,
  table: (i) => `T${i}`,
  data: (i) => `B${i}`,
  elem: (i) => `E${i}`,
  global: (i, word) => ({ type: 'Identifier', name: `g${i}${word === 0 ? '' : 'h'}` }),
  rtt: (i) => `t${i}`,
  funcRef: (i) => ({ type: 'Identifier', name: `F${i}` }),
  tag: (i) => `X${i}`,
  helper: (name) => name,
  tableCall: () => undefined,
  refCall: () => undefined,
  tailForm: () => undefined,
  access: dataViewAccess,
  copiesView: true,
  shortMethods: false,
  suspendForm: () => undefined,
  suspendTailForm: () => undefined,
  suspendsIndirectly: () => false,
  noTraps: false,
  readable: false,
  ...over,
} as EmitEnv);

/** The output for a function given as text; it is a copy, so text can be used again. */
export const js = (text: string, over: Partial<EmitEnv> = {}): string => print(emitFunction(parseFunction(text), fakeEnv(over)));
export const jsOf = (fn: FunctionIR, over: Partial<EmitEnv> = {}): string => print(emitFunction(fn, fakeEnv(over)));

export interface Run { result: unknown; log: string[] }

/** Everything outside the function writes what it does to `log`. */
const SCOPE = `
const log=[],R=[11,12,13],RF=[1.5],RR=[],TC={f:null,a:null,n:0};
let g0=5,g1=6;
const buffer=new DataView(new ArrayBuffer(65536));
for(let i=0;i<256;i++)buffer.setUint8(i,i);
const D=new Proxy({},{get:(_,m)=>(...a)=>{const shown=m.startsWith('set')?a.slice(0,2).join('='):a[0];
try{const r=buffer[m](...a);log.push(m+' '+shown);return r}catch(e){log.push('trap '+m);throw e}}});
const M0={n:1},t0={},t1={};
const f1=(...a)=>{log.push('f1('+a+')');return 7},f2=(...a)=>{log.push('f2('+a+')');return a.length};
const f3=(...a)=>{log.push('f3('+a+')');g0++;return a[0]};
const callee=(t,i)=>{log.push('callee '+i);if(i>1)throw new Error('undefined element');return{f:i?f2:f1,c:null}};
const T0={a:[]},nonNull=(r)=>{if(r===null)throw new Error('null');return r},unreachable=()=>{throw new Error('unreachable')};
const trap=(x)=>{throw new Error(x)};
const i32DivS=(a,b)=>{log.push('div '+a+' '+b);if(b===0)trap('divide by zero');return a/b|0},i32RemU=(a,b)=>(a>>>0)%(b>>>0)|0;
const i32DivU=(a,b)=>(a>>>0)/(b>>>0)|0,i32RemS=(a,b)=>a%b|0,i32TruncS=(x)=>x|0;
const{imul,clz32,fround,min,max,abs,sqrt,ceil,floor,trunc}=Math;
const i32Ctz=(a)=>a?31-clz32(a&-a):32,i32Popcnt=(a)=>{let n=0;for(a>>>=0;a;a=a/2>>>0)n+=a&1;return n};
const scratch=new DataView(new ArrayBuffer(8));
const f32FromBits=(i)=>(scratch.setInt32(0,i),scratch.getFloat32(0)),f32Bits=(x)=>(scratch.setFloat32(0,x),scratch.getInt32(0));
const memoryGrow=(m,n)=>{log.push('grow '+n);return 1};
`;

/** Runs the function and says what it returned or threw, and what happened outside of it. */
export function run(code: string, ...args: unknown[]): Run {
  const name = /^function (\w+)/.exec(code)![1];
  const make = new Function(`'use strict';${SCOPE}${code}
return(...a)=>{let result;try{result=${name}(...a)}catch(e){result=e instanceof RangeError&&/DataView/.test(e.message)?'out of bounds':String(e.message)}
return{result,log:log.slice()}}`) as () => (...a: unknown[]) => Run;
  return make()(...args);
}
export const evaluate = (text: string, ...args: unknown[]): unknown => run(js(text), ...args).result;
