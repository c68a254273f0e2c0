/** The browser's own reader of bar codes, where it has one. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}

interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

function detectorClass(): DetectorClass | undefined {
  return (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
}

/** Whether this browser has a camera to offer and reads QR codes. */
export async function canScan(): Promise<boolean> {
  const detector = detectorClass()
  if (detector === undefined || navigator.mediaDevices === undefined) {
    return false
  }
  return (await detector.getSupportedFormats().catch((): readonly string[] => [])).includes('qr_code')
}

/**
 * Shows the camera and reads codes until one is accepted or the scan is stopped.
 *
 * @param accept whether the text was what is looked for
 * @return stops the camera
 */
export async function scan(video: HTMLVideoElement, accept: (text: string) => boolean): Promise<() => void> {
  const Reader = detectorClass()
  if (Reader === undefined) {
    throw new Error('no bar code reader')
  }
  const reader = new Reader({ formats: ['qr_code'] })
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  let running = true
  const stop = () => {
    running = false
    stream.getTracks().forEach((track) => track.stop())
  }
  video.srcObject = stream
  await video.play()
  const look = async () => {
    const codes = await reader.detect(video).catch(() => [])
    if (!running) {
      return
    }
    if (codes.some((code) => accept(code.rawValue))) {
      stop()
    } else {
      setTimeout(() => void look(), 200)
    }
  }
  void look()
  return stop
}
