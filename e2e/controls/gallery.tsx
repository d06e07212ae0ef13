import '../../src/styles/index.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { useState } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { ChoiceControl } from '../../src/components/ui/ChoiceControl';
import { CopyLink } from '../../src/components/ui/CopyLink';
import { DownloadButton } from '../../src/components/ui/DownloadButton';
import { Figure } from '../../src/components/ui/Figure';
import { steps } from '../../src/nets/steps';
import { Message } from '../../src/components/ui/Message';
import { NumberSlider } from '../../src/components/ui/NumberSlider';
import { Progress } from '../../src/components/ui/Progress';
import { Quantity } from '../../src/components/ui/Quantity';
import { Readout, Readouts } from '../../src/components/ui/Readout';
import { Select } from '../../src/components/ui/Select';
import { Switch } from '../../src/components/ui/Switch';
import { Tabs } from '../../src/components/ui/Tabs';
import { activate } from '../../src/i18n/activate';

const groups = [1, 2, 3, 4, 8];
const widths = steps(0.1, 2, 0.05);

/** Every shared control once, with its value beside it, for the tests that drive them with the keyboard. */
function Gallery() {
  const [group, setGroup] = useState(3);
  const [width, setWidth] = useState(1);
  const [bypass, setBypass] = useState<'none' | 'simple' | 'complex'>('none');
  const [isShuffled, setShuffled] = useState(true);
  const [network, setNetwork] = useState<'xception' | 'shufflenet-v2' | 'vgg16'>('xception');
  const [tab, setTab] = useState<'formula' | 'table'>('formula');
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: '2rem',
        padding: '1rem',
        maxInlineSize: '40rem',
      }}
    >
      <h1>Controls</h1>
      <NumberSlider label="Groups" values={groups} value={group} onChange={setGroup} hint="Divides the channels." />
      <NumberSlider label="Width" values={widths} value={width} onChange={setWidth} unit="×" />
      <ChoiceControl
        label="Bypass"
        value={bypass}
        onChange={setBypass}
        options={[
          { value: 'none', label: 'None' },
          { value: 'simple', label: 'Simple' },
          { value: 'complex', label: 'Complex' },
        ]}
      />
      <Switch label="Channel shuffle" isOn={isShuffled} onChange={setShuffled} />
      <Select
        label="Network"
        value={network}
        onChange={setNetwork}
        options={[
          { value: 'xception', label: 'Xception', detail: '2017', group: 'Lightweight' },
          { value: 'shufflenet-v2', label: 'ShuffleNet V2', detail: '2018', group: 'Lightweight' },
          { value: 'vgg16', label: 'VGG-16', detail: '2014', group: 'Baselines' },
        ]}
      />
      <Tabs
        label="Views"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'formula', label: 'Formula', content: <p>The formula</p> },
          { id: 'table', label: 'Table', content: <p>The table</p> },
        ]}
      />
      <Readouts>
        <Readout label="Parameters" value={<Quantity value={3_504_872} />} note="13.9 times fewer" />
        <Readout label="MACs" value={<Quantity value={300_774_272} />} />
        <Readout label="Layers" value={<Quantity value={53} />} />
      </Readouts>
      <Figure
        title="A wide picture"
        caption="It scrolls inside its frame."
        actions={<DownloadButton label="SVG" fileName="picture.svg" make={() => new Blob(['<svg/>'])} />}
      >
        <svg role="img" aria-label="A line" width={1200} height={40} style={{ maxInlineSize: 'none' }}>
          <line x1={0} x2={1200} y1={20} y2={20} stroke="var(--op-depthwise)" strokeWidth={4} />
        </svg>
      </Figure>
      <Progress label="Downloading weights" detail="2.1 MB of 4.6 MB" fraction={0.46} />
      <Progress label="Compiling" detail="" fraction={null} />
      <Message tone="error" title="The camera is busy.">
        Close the other program that uses it.
      </Message>
      <Message tone="warning" title="No WebGPU.">
        It runs on WebAssembly.
      </Message>
      <Message tone="note" title="Nothing chosen yet.">
        Choose a network.
      </Message>
      <CopyLink />
      <output data-testid="values" style={{ overflowWrap: 'anywhere' }}>
        {JSON.stringify({ group, width, bypass, isShuffled, network, tab })}
      </output>
    </div>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('gallery: no #root in the page');
await activate(new URLSearchParams(window.location.search).get('lang') === 'zh' ? 'zh' : 'en');
createRoot(root).render(
  <I18nProvider i18n={i18n}>
    <AriaLocale locale={i18n.locale}>
      <Gallery />
    </AriaLocale>
  </I18nProvider>,
);
