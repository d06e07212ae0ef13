import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { channelOf, type MapValues } from '../../../nets/arithmetic/mapValues';
import {
  countedSoFar,
  layerPixel,
  layerValues,
  photoKinds,
  photoLayer,
  readChannels,
  type PhotoLayer,
} from '../../../viz/chapters/photoKernels';
import { magnitudeLimit } from '../../../nets/maps/scaleLimit';
import { signedPicture, type SignedPicture } from '../../../viz/maps/signedMap';
import { Workbench } from '../../explain/page/Workbench';
import { Products } from '../../running/xray/Products';
import { useGround } from '../../running/xray/useGround';
import { nearestOf, oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { Message } from '../../ui/Message';
import { exactNumberText, fixedText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { KernelCount } from './KernelCount';
import { Sentences } from '../../ui/Sentences';
import styles from './KernelFigure.module.css';
import { KernelSlider } from './KernelSlider';
import { PixelPicture } from './PixelPicture';
import { usePhotoValues } from './usePhotoValues';
import { useChannelNames, useKindNames } from './kernelNames';

/** Values of the photo in each direction: few enough to see each. */
const side = 32;
/** Px: what the numbers take beside the maps, and the space between. */
const [numbersWidth, space] = [490, 16];
/** Values beside each other: the input with its border, and the output. */
const across = 2 * side + 2;

const parsers = {
  kind: oneOf(photoKinds).withDefault('standard'),
  stride: nearestOf([1, 2]).withDefault(1),
  padding: oneOf(['one', 'none']).withDefault('one'),
  channel: nearestOf([0, 1, 2, 3]).withDefault(0),
};
const urlKeys = { kind: 'kernel.kind', stride: 'kernel.stride', padding: 'kernel.padding', channel: 'kernel.channel' };

/** A kernel on a photograph, to be dragged: what it reads, its weights and products, and the multiply-adds so far. */
export function KernelFigure() {
  const { t } = useLingui();
  const [{ kind, stride, padding, channel }, choose] = useAddress(parsers, urlKeys);
  const photo = usePhotoValues(side);
  const layer = useMemo(() => photoLayer(kind, { side, stride, isPadded: padding === 'one' }), [kind, stride, padding]);
  const names = useKindNames();
  const { outputs } = useChannelNames(layer);
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <Workbench
      across={
        photo === null || photo === 'failed' ? (
          <Unloaded hasFailed={photo === 'failed'} />
        ) : (
          <Sliding key={`${kind} ${String(stride)} ${padding}`} photo={photo} layer={layer} channel={channel} />
        )
      }
      stage={
        <div className={styles.tools}>
          <ChoiceControl
            label={t`Kind`}
            options={photoKinds.map((value) => ({ value, label: names[value] }))}
            value={kind}
            onChange={(value) => void choose({ kind: value })}
          />
          <ChoiceControl
            label={t`Output channel`}
            options={outputs.map((label, at) => ({ value: String(at), label }))}
            value={String(channel)}
            onChange={(value) => void choose({ channel: Number(value) })}
          />
        </div>
      }
      side={
        <div className={styles.tools}>
          <ChoiceControl
            label={t`Stride`}
            options={options(['1', '2'])}
            value={String(stride)}
            onChange={(value) => void choose({ stride: Number(value) })}
          />
          {kind === 'pointwise' ? null : (
            <ChoiceControl
              label={t`Padding`}
              options={[
                { value: 'one', label: '1' },
                { value: 'none', label: '0' },
              ]}
              value={padding}
              onChange={(value) => void choose({ padding: value === 'one' ? 'one' : 'none' })}
            />
          )}
        </div>
      }
    />
  );
}

function Unloaded({ hasFailed }: { readonly hasFailed: boolean }) {
  const { t } = useLingui();
  return (
    <Figure title={t`A kernel on a photograph`}>
      <div style={{ blockSize: 460 }}>
        {hasFailed ? (
          <Message tone="warning" title={t`The sample photo could not be loaded.`}>
            <Trans>Load the page again when there is a connection.</Trans>
          </Message>
        ) : null}
      </div>
    </Figure>
  );
}

type SlidingProps = { readonly photo: MapValues; readonly layer: PhotoLayer; readonly channel: number };

function Sliding({ photo, layer, channel }: SlidingProps) {
  const { t, i18n } = useLingui();
  const ground = useGround();
  const { node, op } = layer;
  const { height, width } = node.shape;
  // Begins at the rim of the cup, with part of the output behind it.
  const [position, setPosition] = useState(Math.floor(height * 0.44) * width + Math.floor(width * 0.62));
  const input = useMemo(() => inputOfLayer(layer, photo), [layer, photo]);
  const pictures = useMemo(() => inputPictures(layer, input, ground), [layer, input, ground]);
  const output = useMemo(() => layerValues(layer, input), [layer, input]);
  const place = { row: Math.floor(position / width), column: position % width, channel };
  const pixel = layerPixel(layer, input, place);
  const count = countedSoFar(layer, position);
  const drawn = useMemo(() => writtenPicture(output, channel, position, ground), [output, channel, position, ground]);
  const { inputs, outputs } = useChannelNames(layer);
  const kinds = useKindNames();
  const [size] = op.kind === 'conv' ? op.kernel : [1];
  const kernel = {
    kernel: size,
    stride: op.kind === 'conv' ? op.stride : 1,
    padding: op.kind === 'conv' ? op.padding.top : 0,
  };
  const isPhoto = layer.reads === 'photo';
  const gridOf = (cell: number) => ({
    ...{ side, border: 1, cell: isPhoto ? cell : cell / 2 },
    ...{ across: isPhoto ? 1 : 2, maps: isPhoto ? 1 : 4 },
  });
  const [kind, value] = [kinds[layer.kind], fixedText(pixel.value, i18n.locale, 3)];
  const macs = exactNumberText(count.perValue, i18n.locale);
  const [row, column] = [place.row, place.column];
  return (
    <Figure title={t`${kind}: ${macs} multiply-adds for one output value`} caption={<Source layer={layer} />}>
      <div className={styles.figure}>
        <Sized>
          {(widthPx) => (
            <div className={styles.flow}>
              <div className={styles.maps} style={{ inlineSize: across * cellIn(widthPx) + space }}>
                <div style={{ inlineSize: (side + 2) * cellIn(widthPx) }}>
                  <p>
                    {isPhoto
                      ? t`The photo: red, green and blue, ${side}×${side}`
                      : t`Four input maps, ${side}×${side} each`}
                  </p>
                  <KernelSlider
                    {...{ kernel, position }}
                    grid={gridOf(cellIn(widthPx))}
                    output={{ height, width }}
                    onMove={setPosition}
                    read={isPhoto ? [0] : readChannels(layer, channel)}
                    label={t`Kernel on the input: drag it, or press the arrow keys`}
                    valueText={t`row ${row}, column ${column}: ${value}`}
                    picture={(map) => (pictures[map] === undefined ? null : <PixelPicture {...pictures[map]} />)}
                  />
                </div>
                <div style={{ inlineSize: side * cellIn(widthPx) }}>
                  <p>{t`Output: ${outputs[channel] ?? ''}, ${height}×${width}`}</p>
                  <PixelPicture
                    {...drawn}
                    className={styles.output}
                    style={{ inlineSize: width * kernel.stride * cellIn(widthPx) }}
                  />
                </div>
                <KernelCount count={count} channels={node.shape.channels} position={position} onMove={setPosition} />
              </div>
              <div>
                <div className={styles.products}>
                  <Products
                    pixel={pixel}
                    kernel={[size, size]}
                    upTo={Infinity}
                    cell={40}
                    nameOf={(at) => inputs[at] ?? String(at)}
                  />
                </div>
                <p className={styles.sum}>
                  <Trans>
                    Sum of the products: <strong>{value}</strong>
                  </Trans>
                </p>
              </div>
            </div>
          )}
        </Sized>
      </div>
    </Figure>
  );
}

/** The side of a value, px: both maps side by side, and the numbers beside them where there is room. */
function cellIn(widthPx: number): number {
  const beside = Math.floor((2 * (widthPx - numbersWidth - 2 * space)) / across) / 2;
  return beside >= 5 ? Math.min(beside, 8) : Math.min(8, Math.floor((2 * (widthPx - space)) / across) / 2);
}

/** What the weights are, and what a layer reads. */
function Source({ layer }: { readonly layer: PhotoLayer }) {
  return (
    <Sentences>
      {layer.kind === 'pointwise' ? (
        <Trans>Weights: Rec. 601’s lightness, differences of colours, and their mean.</Trans>
      ) : (
        <Trans>Weights: Sobel’s two edge filters, Laplace’s outlines, and a binomial blur.</Trans>
      )}
      {layer.reads === 'photo' ? null : (
        <Trans>The input maps are what the standard convolution makes of the photo.</Trans>
      )}
      <Trans>Striped: padding, whose zeros are multiplied and counted like all values.</Trans>
    </Sentences>
  );
}

function inputOfLayer(layer: PhotoLayer, photo: MapValues): MapValues {
  if (layer.reads === 'photo') return photo;
  return layerValues(photoLayer('standard', { side, stride: 1, isPadded: true }), photo);
}

type Ground = ReturnType<typeof useGround>;

/** The photo in its colours, or each map on the signed scale. */
function inputPictures(layer: PhotoLayer, input: MapValues, ground: Ground): readonly SignedPicture[] {
  const [height, width, channels] = input.shape;
  if (layer.reads === 'photo') {
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let at = 0; at < width * height * 3; at += 1) {
      data[Math.floor(at / 3) * 4 + (at % 3)] = 255 * (input.values[at] ?? 0);
    }
    return [{ width, height, data }];
  }
  return Array.from({ length: channels }, (_, channel) => {
    const values = channelOf(input, channel);
    return signedPicture([{ values, limit: magnitudeLimit(values) }], [height, width], ground);
  });
}

/** One output map up to a position; nothing beyond. */
function writtenPicture(output: MapValues, channel: number, position: number, ground: Ground): SignedPicture {
  const [height, width] = output.shape;
  const values = channelOf(output, channel);
  const { data } = signedPicture([{ values, limit: magnitudeLimit(values) }], [height, width], ground);
  const written = new Uint8ClampedArray(data);
  for (let at = position + 1; at < width * height; at += 1) written[at * 4 + 3] = 0;
  return { width, height, data: written };
}
