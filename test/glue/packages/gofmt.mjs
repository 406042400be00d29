// gofmt made by TinyGo, which has its own runtime and garbage collector: formats and refuses Go.
import { pathToFileURL } from 'node:url';
import { fileOf } from '../optional-packages.mjs';
import { thrownBy } from './inputs.mjs';

export const load = () => import(pathToFileURL(fileOf('@wasm-fmt/gofmt', 'gofmt_node.js')).href);

const source = `package main
import ("fmt";"os"
"strings")
type T struct { a int; bb string \`json:"x"\`
// comment
ccc []map[string]func(int,...string)(error) }
func (t *T) M(x, y int)(r int){ if x:=y;x>0{return x}else{for i:=range []int{1,2,3}{_ = i;switch{case x>1:goto L;default:}}}
L: defer func(){recover()}()
return a[1:2][0]<<3&^7+1*2 }
func main(){fmt.Println("Hello, 世界", os.Args, strings.Repeat("x",0x1F_FF), 1e10, 'x')}`;

export async function work({ format }) {
  let long = 'package x\n';
  for (let i = 0; i < 100; i++) long += `func f${i}(a int,b  string)(int,error){x:=map[string]int{"a":${i},"bcd":2}\nreturn x["a"]+a*${i}-1,nil}\n`;
  return { short: thrownBy(() => format(source)), long: thrownBy(() => format(long)), wrong: ['package', 'func {', 'package x\nfunc f( {', '\0', ''].map((text) => thrownBy(() => format(text))) };
}
