const t0=T[0];
const t1=T[1];
const t2=T[2];
const t3=T[3];
const single$F0=func(single$f0,t0,0,$x0);
const root$F1=func(root$f1,t1,1,$x1);
const double$F2=func(double$f2,t2,2,$x2);
const mixed$F3=func(mixed$f3,t3,3,$x3);
function single$f0(a, b, c) {
  return fround(fround(a * b) + c);
}
function root$f1(a) {
  return fround(sqrt(-a));
}
function double$f2(a, b) {
  return min(nearest(a), copysign(a, b));
}
function mixed$f3(a, b) {
  return fround(a * b);
}
return[single$F0,root$F1,double$F2,mixed$F3];
