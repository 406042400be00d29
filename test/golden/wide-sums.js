const t0=T[0];
const t1=T[1];
const t2=T[2];
const sum$F0=func(sum$f0,t0,0,$x0);
const difference$F1=func(difference$f1,t0,1,$x0);
const product$F2=func(product$f2,t0,2,$x0);
const less$F3=func(less$f3,t1,3,$x1);
const zero$F4=func(zero$f4,t2,4,$x2);
function sum$f0(a, b, c, d) {
  a = a + c | 0;
  R[0] = b + d + (a >>> 0 < c >>> 0 | 0);
  return a;
}
function difference$f1(a, b, c, d) {
  R[0] = b - d - (a >>> 0 < c >>> 0 | 0);
  return a - c | 0;
}
function product$f2(a, b, c, d) {
  var e;
  e = Math.imul(a, c);
  R[0] = ((a >>> 0) * (c >>> 0) * 2.3283064365386963e-10 - (e >> 10 === -1 ? 9.5367431640625e-7 : 0) | 0) + Math.imul(a, d) + Math.imul(b, c);
  return e;
}
function less$f3(a, b, c, d) {
  return b >>> 0 < d >>> 0 | b === d & a >>> 0 < c >>> 0;
}
function zero$f4(a, b) {
  return (a | b) === 0 | 0;
}
return[sum$F0,difference$F1,product$F2,less$F3,zero$F4];
