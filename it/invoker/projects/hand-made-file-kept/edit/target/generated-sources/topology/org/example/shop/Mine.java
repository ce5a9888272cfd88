package org.example.shop; /** Hand-made. */ class Mine {}
