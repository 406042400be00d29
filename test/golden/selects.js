const t0=T[0];
const t1=T[1];
const t2=T[2];
const choice$F0=func(choice$f0,t0,0,$x0);
const least$F1=func(least$f1,t1,1,$x1);
const float$F2=func(float$f2,t2,2,$x2);
const mask$F3=func(mask$f3,t1,3,$x1);
function choice$f0(a, b, c) {
  return c ? a : b;
}
function least$f1(a, b) {
  return b ^ (a ^ b) & 0 - (a < b);
}
function float$f2(a, b, c) {
  return c ? a : b;
}
function mask$f3(a, b) {
  return a & 0 - (b >>> 0 > 9);
}
return[choice$F0,least$F1,float$F2,mask$F3];
