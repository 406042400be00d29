const pair$t0=T[0];
const t1=T[1];
const t2=T[2];
const t3=T[3];
const divide$F0=func(divide$f0,t1,0,$x1);
const digits$F1=func(digits$f1,t2,1,$x2);
const unknown$F2=func(unknown$f2,t3,2,$x3);
var last$g0=0,last$g0h=0;
const open$T0=table(1,void 0,0,"?f",T,null);
function divide$f0(a, b) {
  var c;
  c = i32DivU(a, b);
  R[0] = i32RemU(a, b);
  return c;
}
function digits$f1(a) {
  return ((a >>> 0) / 10 | 0) + ((a >>> 0) % 10 << 4) | 0;
}
function unknown$f2(a) {
  var b;
  a = callee(open$T0, a, pair$t0).f(1, 2);
  b = R[0] + 1 | 0;
  last$g0 = b;
  last$g0h = R[1] + (b === 0 | 0) | 0;
  R[0] = a >> 31;
  return a;
}
return[open$T0,divide$F0,digits$F1,unknown$F2];
