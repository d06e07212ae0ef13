/**
 * Runs in the page: the colours (red, green, blue, 0 to 255) at the centres of the four quarters of the camera's picture,
 * by rows, or the name of the camera's error.
 */
export async function seenByCamera(): Promise<string | readonly (readonly number[])[]> {
  try {
    const video = document.createElement('video');
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
    await video.play();
    const context = new OffscreenCanvas(640, 480).getContext('2d');
    context?.drawImage(video, 0, 0);
    const at = (x: number, y: number) => Array.from(context?.getImageData(x, y, 1, 1).data.slice(0, 3) ?? []);
    return [at(160, 120), at(480, 120), at(160, 360), at(480, 360)];
  } catch (error) {
    return error instanceof DOMException ? error.name : String(error);
  }
}

/** Runs in the page: whether it gets a WebGPU adapter. */
export async function hasWebGpu(): Promise<boolean> {
  return 'gpu' in navigator && (await navigator.gpu.requestAdapter()) !== null;
}
