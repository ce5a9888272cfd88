import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { FiguresDocument } from '#generated/graphql'
import { follow } from './follow'
import { Socket } from './socket'

let server: WebSocketServer
let url: string
let stops: AbortController[]

/** Takes all subscriptions, and sends nothing. */
async function listen(port: number): Promise<void> {
  server = new WebSocketServer({ host: '127.0.0.1', port, handleProtocols: () => 'graphql-transport-ws' })
  server.on('connection', (socket) =>
    socket.on('message', (message) => {
      if (String(message).includes('connection_init')) socket.send('{"type":"connection_ack"}')
    }),
  )
  await once(server, 'listening')
}

function die(): void {
  for (const client of server.clients) client.terminate()
  server.close()
}

const nothing = () => undefined

/** @returns how to stop, and how often it was lost */
function want(socket: Socket): { readonly stop: () => void; readonly losses: () => number } {
  const stop = new AbortController()
  stops.push(stop)
  const onLost = vi.fn<() => void>()
  void follow(socket, { document: FiguresDocument, variables: () => ({}), onData: nothing, onLive: nothing, onLost }, stop.signal)
  return { stop: () => stop.abort(), losses: () => onLost.mock.calls.length }
}

const PATIENCE = { timeout: 10_000 }

beforeEach(async () => {
  stops = []
  await listen(0)
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
})

afterEach(() => {
  for (const stop of stops) stop.abort()
  die()
})

it('is lost while somebody waits for it, and idle once nobody does', async () => {
  const socket = new Socket(url, { webSocketImpl: WebSocket })
  const [one, other] = [want(socket), want(socket)]
  await expect.poll(() => socket.connection, PATIENCE).toBe('connected')
  die()
  await expect.poll(() => socket.connection, PATIENCE).toBe('lost')
  const seen: string[] = []
  socket.onChange(() => seen.push(socket.connection))
  one.stop()
  const before = other.losses()
  await expect.poll(other.losses, PATIENCE).toBeGreaterThan(before + 1)
  expect(seen).toEqual([])
  other.stop()
  await expect.poll(() => socket.connection, PATIENCE).toBe('idle')
})

it('is idle where it breaks when nobody wants it any more', async () => {
  const socket = new Socket(url, { webSocketImpl: WebSocket, lazyCloseTimeout: 60_000 })
  const only = want(socket)
  await expect.poll(() => socket.connection, PATIENCE).toBe('connected')
  only.stop()
  die()
  await expect.poll(() => socket.connection, PATIENCE).toBe('idle')
})

it('is connected again when the endpoint is back', async () => {
  const { port } = new URL(url)
  const socket = new Socket(url, { webSocketImpl: WebSocket })
  want(socket)
  await expect.poll(() => socket.connection, PATIENCE).toBe('connected')
  die()
  await expect.poll(() => socket.connection, PATIENCE).toBe('lost')
  await listen(Number(port))
  await expect.poll(() => socket.connection, PATIENCE).toBe('connected')
})

it('tells when the endpoint was last heard, which a loss does not change', async () => {
  const began = Date.now()
  const socket = new Socket(url, { webSocketImpl: WebSocket })
  want(socket)
  await expect.poll(() => socket.connection, PATIENCE).toBe('connected')
  const heard = socket.heardAt
  expect(heard).toBeGreaterThanOrEqual(began)
  die()
  await expect.poll(() => socket.connection, PATIENCE).toBe('lost')
  expect(socket.heardAt).toBe(heard)
})
