const t0=T[0];
const t1=T[1];
const t2=T[2];
const t3=T[3];
const t4=T[4];
const t5=T[5];
const t6=T[6];
const F0=func(f0,t2,0,$x2);
const F1=func(f1,t3,1,$x3);
const F2=func(f2,t4,2,$x4);
const F3=func(f3,t5,3,$x5);
const F4=func(f4,t6,4,$x6);
function f0(a) {
  return new $s0(t0, a, 2);
}
function f1(a) {
  return a.a;
}
function f2(a) {
  if (!(a === null ? false : a.t === t0)) {
    castTrap();
  }
  return a.a;
}
function f3(a, b) {
  b = a.a[b];
  if (b === void 0) {
    arrayTrap();
  }
  return b;
}
function f4(a) {
  return newI8(t1, a);
}
return[F0,F1,F2,F3,F4];
