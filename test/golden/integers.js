const t0=T[0];
const t1=T[1];
const chain$F0=func(chain$f0,t0,0,$x0);
const product$F1=func(product$f1,t0,1,$x0);
const tripled$F2=func(tripled$f2,t1,2,$x1);
const rotated$F3=func(rotated$f3,t1,3,$x1);
const bytes$F4=func(bytes$f4,t1,4,$x1);
const below$F5=func(below$f5,t0,5,$x0);
function chain$f0(a, b) {
  return a - b + 5 ^ b >>> 3;
}
function product$f1(a, b) {
  return Math.imul(a + 1, b);
}
function tripled$f2(a) {
  return a * 3 | 0;
}
function rotated$f3(a) {
  return a << 7 | a >>> 25;
}
function bytes$f4(a) {
  return a >>> 8 << 24 >> 24;
}
function below$f5(a, b) {
  return a >>> 0 < b >>> 0 | 0;
}
return[chain$F0,product$F1,tripled$F2,rotated$F3,bytes$F4,below$F5];
