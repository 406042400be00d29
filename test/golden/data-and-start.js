const t0=T[0];
const t1=T[1];
const start$F0=func(start$f0,t0,0,$x0);
const other$F1=func(other$f1,t1,1,$x1);
const T0=table(4,void 0,0,"?f",T,null);
const M0=memory(1,void 0,0);
const D=M0.d;
function start$f0() {
  D.setInt32(0, 1, true);
}
function other$f1() {
  return D.getInt32(0, true);
}
tableInit(T0,[start$F0,other$F1],1,0,2);
memoryInit(M0,decodeBase64("AAECIHRleHQg/w=="),8,0,10);
memoryInit(M0,decodeBase64("bW9yZQ=="),16,0,4);
start$f0();
return[other$F1];
