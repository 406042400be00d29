const op$t0=T[0];
const t1=T[1];
const add$F0=func(add$f0,op$t0,0,$x0);
const sub$F1=func(sub$f1,op$t0,1,$x0);
const none$F2=func(none$f2,t1,2,$x1);
const byClosed$F3=func(byClosed$f3,op$t0,3,$x0);
const byOpen$F4=func(byOpen$f4,op$t0,4,$x0);
const closed$T0=table(3,3,0,"?f",T,null);
const open$T1=table(4,void 0,0,"?f",T,null);
function add$f0(a, b) {
  return a + b | 0;
}
function sub$f1(a, b) {
  return a - b | 0;
}
function none$f2() {}
function byClosed$f3(a, b) {
  return d0$0(a, b, 7);
}
function byOpen$f4(a, b) {
  return callee(open$T1, a, op$t0).f(b, 7);
}
function d0$0(i,a0,a1){switch(closed$T0.a[i>>>0]){case add$F0:return add$f0(a0,a1);case sub$F1:return sub$f1(a0,a1)}return callee(closed$T0,i,op$t0).f(a0,a1)}
tableInit(closed$T0,[add$F0,sub$F1,none$F2],0,0,3);
return[open$T1,byClosed$F3,byOpen$F4];
