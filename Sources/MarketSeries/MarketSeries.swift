enum MarketSeriesModule {}
