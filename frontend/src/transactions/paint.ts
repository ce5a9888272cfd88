/** To be called in a frame: a task of its own comes after styles, layout and paint of this frame. */
export function afterPaint(task: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    task()
    port1.close()
  })
  port1.start()
  port2.postMessage(null)
}
