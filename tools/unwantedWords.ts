/**
 * Words that a reader of this field would not write, each with the one to use: in English where the source says them, in
 * Chinese where a translation does. Found by editors; they must not return.
 */
export const unwantedWords: readonly { readonly word: RegExp; readonly wanted: string }[] = [
  { word: /\b[Ww]indow k\b/, wanted: 'kernel size k' },
  { word: /\bdear\b/, wanted: 'expensive' },
  { word: /\bwired to whom\b/, wanted: 'which channels connect' },
  { word: /\b[Oo]ften mis-stated\b/, wanted: 'a claim to check' },
  { word: /扩张卷积/, wanted: '升维的 1×1 卷积，扩展层' },
  { word: /衡量.{0,4}通道/, wanted: '对通道加权' },
  { word: /窗口 ?k/, wanted: '卷积核大小 k' },
  { word: /窗口的[高宽]/, wanted: '卷积核的高、宽' },
  { word: /毁掉/, wanted: '破坏' },
  { word: /翻转过来的残差/, wanted: '倒残差结构' },
  { word: /内存访问代价/, wanted: '访存量；内存访问成本' },
  { word: /压缩比(?!例)/, wanted: 'squeeze 比率（SR）' },
  { word: /硬化形式/, wanted: '分段线性近似' },
  { word: /峰值激活/, wanted: '激活值峰值' },
  { word: /看周围/, wanted: '空间滤波' },
  { word: /混通道/, wanted: '通道融合' },
  { word: /无牌可发|重新发牌/, wanted: '不起作用；重新分配' },
  { word: /赢得的百分点/, wanted: '错误率降低（百分点）' },
  { word: /读时留意/, wanted: '易误读之处' },
  { word: /重新带走|带走结果/, wanted: '重新生成；分享结果' },
  { word: /汇集/, wanted: '汇总' },
  { word: /四座塔/, wanted: '四个分支' },
  { word: /\d 像素上/, wanted: '28×28' },
  { word: /重排、转置/, wanted: '变形（reshape）' },
  { word: /3×3 深度(?!卷积|可分离)/, wanted: '3×3 深度卷积' },
];
