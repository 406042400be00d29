const t0=T[0];
const t1=T[1];
const t2=T[2];
const short$F0=func(short$f0,t0,0,$x0);
const long$F1=func(long$f1,t1,1,$x1);
const zero$F2=func(zero$f2,t2,2,$x2);
const init$F3=func(init$f3,t2,3,$x2);
const M0=memory(1,void 0,0);
var B0=decodeBase64("c29tZSBkYXRh");
function short$f0(a, b) {
  memoryCopy(M0, M0, a, b, 12);
}
function long$f1(a, b, c) {
  memoryCopy(M0, M0, a, b, c);
}
function zero$f2(a) {
  memoryFill(M0, a, 0, 16);
}
function init$f3(a) {
  memoryInit(M0, B0, a, 0, 4);
  B0 = B0.slice(0, 0);
}
return[short$F0,long$F1,zero$F2,init$F3];
