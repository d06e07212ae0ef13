import { Suspense, useState } from 'react';
import { BlackScreen } from '../present/BlackScreen';
import { late } from '../ui/late';
import { useEscape } from '../ui/useEscape';
import { useKey } from '../ui/useKey';
import styles from './Covers.module.css';

// Few visitors ask for it, and drawing codes is large.
const CodeScreen = late(async () => (await import('../present/CodeScreen')).CodeScreen);

/** Over the picture of a page, which goes on: B makes the screen black, Q shows the page's code, as in a presentation. */
export function Covers() {
  const [cover, setCover] = useState<'none' | 'black' | 'code'>('none');
  const uncover = () => {
    setCover('none');
  };
  useKey('b', () => {
    setCover(cover === 'black' ? 'none' : 'black');
  });
  useKey('q', () => {
    setCover(cover === 'code' ? 'none' : 'code');
  });
  useEscape(cover !== 'none', uncover);
  if (cover === 'none') return null;
  return (
    <div className={styles.cover}>
      <Suspense fallback={null}>
        {cover === 'black' ? <BlackScreen onLeave={uncover} /> : <CodeScreen place={undefined} onLeave={uncover} />}
      </Suspense>
    </div>
  );
}
