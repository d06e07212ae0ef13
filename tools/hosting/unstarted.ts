/**
 * What the built page says where it cannot start: browsers load no module of a page that was opened from a file, nor of one
 * in a frame with `sandbox` and without `allow-same-origin`, unless its host lets every origin read it; the page would stay
 * empty. Without a server's help it can be said by a script in the page alone, which the Content Security Policy knows by its
 * content.
 */
export const unstartedScript = `const say = (lang, text) => {
  const line = document.createElement('p');
  line.lang = lang;
  line.textContent = text;
  document.getElementById('root').append(line);
};
if (location.protocol === 'file:') {
  say('en', ${JSON.stringify(
    'A browser does not start this page from a file: open featherweight.html instead (on a stick it is beside this folder; ' +
      '“npm run single” makes it), or run “npx serve” or “python3 -m http.server” in this folder and open the address ' +
      'that it prints.',
  )});
  say('zh', ${JSON.stringify(
    '浏览器无法从文件启动此页面：请改为打开 featherweight.html（在 U 盘上位于此文件夹旁边；由“npm run single”生成），' +
      '或在此文件夹中运行“npx serve”或“python3 -m http.server”，再打开它给出的地址。',
  )});
} else if (self.origin === 'null') {
  addEventListener('error', ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    say('en', ${JSON.stringify(
      'The page around this frame keeps it from loading its own scripts: add “allow-same-origin” to its sandbox attribute, ' +
        'or open this address in a tab of its own.',
    )});
    say('zh', ${JSON.stringify(
      '外层页面不允许此框架加载自己的脚本：请在其 sandbox 属性中加入“allow-same-origin”，或在单独的标签页中打开此地址。',
    )});
  }, true);
}`;

/** What it says where scripts are off. */
export const scriptlessText = 'Featherweight needs JavaScript. <span lang="zh">Featherweight 需要 JavaScript。</span>';
