const t0=T[0];
const t1=T[1];
const t2=T[2];
const wrapped$F0=func(wrapped$f0,t0,0,$x0);
const extended$F1=func(extended$f1,t1,1,$x1);
const product$F2=func(product$f2,t2,2,$x2);
const compared$F3=func(compared$f3,t2,3,$x2);
function wrapped$f0(a, b, c, d) {
  return (a + c | 0) * 7 | 0;
}
function extended$f1(a, b) {
  R[0] = 0;
  return a & b;
}
function product$f2(a, b) {
  return (a >>> 0) * (b >>> 0) * 2.3283064365386963e-10 - (Math.imul(a, b) >> 10 === -1 ? 9.5367431640625e-7 : 0) | 0;
}
function compared$f3(a, b) {
  b = b + 1 | 0;
  return (b === 0 | 0) > 0 | b !== 0 & a >>> 0 < b >>> 0;
}
return[wrapped$F0,extended$F1,product$F2,compared$F3];
