import * as $n0 from "./math.js";
import {fromHost,func,funcKind,instantiate,toTrap} from "dewasm/runtime";
const $x0=raw=>(a0)=>{a0=+a0;try{return raw(a0)}catch(e){throw toTrap(e)}};
const $x1=raw=>()=>{try{return raw()}catch(e){throw toTrap(e)}};
const $m0=host=>(a0)=>{try{return +host(a0)}catch(e){throw fromHost(e)}};
const $module={
abi:1,
hash:"39790f6598a410b4c68192cbf32b34c8801e48dc5ce7b7937feec26ff6c3ce20",
sum:'129-dc0ba510746ce3d54e20fdc13a863823',
types:["(F)F","()i"],
imports:[["./math.js","sin",0,0]],
exports:[["twice",0,0],["a name",0,1]],
glue:{0:[$x0,$m0],1:[$x1,0]},
kinds:{0:funcKind},
create:(function(links,T){
const sin$f0=links[0].f;
const t0=T[0];
const t1=T[1];
const twice$F1=func(twice$f1,t0,1,$x0);
const name$F2=func(name$f2,t1,2,$x1);
function twice$f1(a) {
  return sin$f0(a) * 2;
}
function name$f2() {
  return 1;
}
return[twice$F1,name$F2];
})};
const $imports=Object.create(null);
$imports["./math.js"]=$n0;
const $exports=instantiate($module,$imports);
const $e0=$exports["twice"];
const $e1=$exports["a name"];
export {$e0 as twice,$e1 as "a name"};
