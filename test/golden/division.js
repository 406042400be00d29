const t0=T[0];
const t1=T[1];
const t2=T[2];
const t3=T[3];
const signed$F0=func(signed$f0,t0,0,$x0);
const rest$F1=func(rest$f1,t0,1,$x0);
const tenth$F2=func(tenth$f2,t1,2,$x1);
const half$F3=func(half$f3,t1,3,$x1);
const wide$F4=func(wide$f4,t2,4,$x2);
const digit$F5=func(digit$f5,t3,5,$x3);
function signed$f0(a, b) {
  return i32DivS(a, b);
}
function rest$f1(a, b) {
  return i32RemU(a, b);
}
function tenth$f2(a) {
  return (a >>> 0) / 10 | 0;
}
function half$f3(a) {
  return a / 2 | 0;
}
function wide$f4(a, b, c, d) {
  a = i64DivS(a, b, c, d);
  return a;
}
function digit$f5(a, b) {
  R[0] = 0;
  return a - (b ? (b - ((b >>> 0) / 10 | 0) * 10 | 0) * 429496729.6 + ((a >>> 0) + .5) * .1 | 0 : (a >>> 0) / 10 | 0) * 10 | 0;
}
return[signed$F0,rest$F1,tenth$F2,half$F3,wide$F4,digit$F5];
