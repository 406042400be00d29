const t0=T[0];
const t1=T[1];
const left$F0=func(left$f0,t0,0,$x0);
const far$F1=func(far$f1,t0,1,$x0);
const rotated$F2=func(rotated$f2,t0,2,$x0);
const some$F3=func(some$f3,t1,3,$x1);
function left$f0(a, b) {
  R[0] = b << 12 | a >>> 20;
  return a << 12;
}
function far$f1(a, b) {
  R[0] = b >> 31;
  return b >> 8;
}
function rotated$f2(a, b) {
  R[0] = a;
  return b;
}
function some$f3(a, b, c, d) {
  a = i64ShrU(a, b, c);
  return a;
}
return[left$F0,far$F1,rotated$F2,some$F3];
