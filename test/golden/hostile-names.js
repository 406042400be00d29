import {R,fromHost,func,funcKind,i64ToBig,instantiate,toTrap} from "dewasm/runtime";
const $x1=raw=>()=>{try{raw()}catch(e){throw toTrap(e)}};
const $x2=raw=>()=>{try{return raw()}catch(e){throw toTrap(e)}};
const $x3=raw=>()=>{try{return i64ToBig(raw(),R[0])}catch(e){throw toTrap(e)}};
const $m0=host=>(a0)=>{try{host(a0)}catch(e){throw fromHost(e)}};
const $module={
abi:1,
hash:"5a6214dcc3ff53199b94d7351180ba9dbbac70161535b3abfa08755a439dc3ee",
sum:'170-07897cdb45f321ae749c6a09dadbdb0e',
types:["(i)","()","()i","()I"],
imports:[["__proto__","constructor",0,0]],
exports:[["\"};alert(1)//",0,1],["__proto__",0,2],["\u2028\x3c/script>",0,3]],
glue:{0:[0,$m0],1:[$x1,0],2:[$x2,0],3:[$x3,0]},
kinds:{0:funcKind},
create:(function(links,T){
const _alert$f0=links[0].f;
const t1=T[1];
const t2=T[2];
const t3=T[3];
const F1=func(f1,t1,1,$x1);
const eval$F2=func(eval$f2,t2,2,$x2);
const R$F3=func(R$f3,t3,3,$x3);
function f1() {
  _alert$f0(1);
}
function eval$f2() {
  return 2;
}
function R$f3() {
  R[0] = 0;
  return 3;
}
return[F1,eval$F2,R$F3];
})};
function $instantiate(imports){return instantiate($module,imports)}
export {$instantiate as instantiate,$instantiate as default,$module as module};
