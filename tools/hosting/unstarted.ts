/**
 * What the built page says where it cannot start: browsers load no module of a page that was opened from a file, and the
 * frame would stay empty. Without a server's help it can be said by a script in the page alone, which the Content Security
 * Policy knows by its content.
 */
export const unstartedScript = `if (location.protocol === 'file:') {
  const say = (lang, text) => {
    const line = document.createElement('p');
    line.lang = lang;
    line.textContent = text;
    document.getElementById('root').append(line);
  };
  say('en', ${JSON.stringify(
    'A browser does not start this page from a file: open featherweight.html instead (made by “npm run single”), or run ' +
      '“npx serve” or “python3 -m http.server” in this folder and open the address that it prints.',
  )});
  say('zh', ${JSON.stringify(
    '浏览器无法从文件启动此页面：请改为打开 featherweight.html（由“npm run single”生成），' +
      '或在此文件夹中运行“npx serve”或“python3 -m http.server”，再打开它给出的地址。',
  )});
}`;

/** What it says where scripts are off. */
export const scriptlessText = 'Featherweight needs JavaScript. <span lang="zh">Featherweight 需要 JavaScript。</span>';
