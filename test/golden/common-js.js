'use strict';
Object.defineProperty(exports,'__esModule',{value:true});
const {func,funcKind,instantiate,toTrap}=require("dewasm/runtime");
const $x0=raw=>(a0,a1)=>{a0=a0|0;a1=a1|0;try{return raw(a0,a1)}catch(e){throw toTrap(e)}};
const $module={
abi:1,
hash:"bc1cd71c1a749e5883a2aef9433a3951c54d152ad62cd1414f4c4e58e1f12212",
sum:'67-9270e15d77f8dfa0f99cf1d3d643704a',
types:["(ii)i"],
imports:[],
exports:[["add",0,0]],
glue:{0:[$x0,0]},
kinds:{0:funcKind},
create:(function(links,T){
const t0=T[0];
const add$F0=func(add$f0,t0,0,$x0);
function add$f0(a, b) {
  return a + b | 0;
}
return[add$F0];
})};
function $instantiate(imports){return instantiate($module,imports)}
exports.instantiate=$instantiate;
exports.module=$module;
exports.default=$instantiate;
